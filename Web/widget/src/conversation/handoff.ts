import type { Activity } from '../directline/activity.ts';

const states = ['queued', 'accepted', 'completed', 'returned', 'cancelled', 'failed'] as const;

export type HandoffState = (typeof states)[number];

/** What a `handoff.status` event tells the shopper about the way to a human colleague. */
export interface Handoff {
  readonly state: HandoffState;
  readonly position: number | undefined;
  /** Minutes. */
  readonly estimate: number | undefined;
  readonly message: string | undefined;
}

export function readHandoff(activity: Activity): Handoff | undefined {
  if (activity.type !== 'event' || activity.name !== 'handoff.status') return undefined;
  const value = (activity.value ?? {}) as Readonly<Record<string, unknown>>;
  const state = states.find((known) => known === value.state);
  if (state === undefined) return undefined;
  return {
    state,
    position: typeof value.position === 'number' ? value.position : undefined,
    estimate: typeof value.estimate === 'number' ? value.estimate : undefined,
    message: typeof value.message === 'string' && value.message !== '' ? value.message : undefined,
  };
}
