import { createRequire } from 'node:module';

// The scheduler of the official client's own copy of RxJS.
const { async } = createRequire(import.meta.resolve('botframework-directlinejs'))('rxjs/scheduler/async');

// Tokens made within one second are the same: this lies in another one.
const NEXT_SECOND = 1100;

/** The client's clock, on which a wait as long as this one is soon over. */
export const hurrying = (longWait) => Object.assign(Object.create(async), {
  schedule: (work, delay = 0, state) => async.schedule(work, delay === longWait ? NEXT_SECOND : delay, state),
});
