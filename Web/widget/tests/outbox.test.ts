import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compose } from '../src/conversation/message.ts';
import { Outbox, type OutboxPort } from '../src/conversation/outbox.ts';
import { OutboxStorage } from '../src/conversation/outbox-storage.ts';
import { ApiError } from '../src/directline/api-error.ts';

const base = 'https://service.test/';
const now = new Date('2026-03-01T10:00:00Z');
const send = vi.fn<OutboxPort['send']>();
const delivered = vi.fn<OutboxPort['delivered']>();
const suspectConnection = vi.fn<OutboxPort['suspectConnection']>();
const discardToken = vi.fn<OutboxPort['discardToken']>();
let port: OutboxPort & { isOnline: boolean };
let outbox: Outbox;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  vi.resetAllMocks();
  send.mockResolvedValue({});
  suspectConnection.mockImplementation(() => { port.isOnline = false; });
  port = { isOnline: true, send, delivered, suspectConnection, discardToken };
  outbox = new Outbox(new OutboxStorage(base), port);
});

afterEach(() => void vi.useRealTimers());

function message(text: string) {
  return compose(text, [], 'en', now);
}

function lastDelivery(): unknown {
  return delivered.mock.lastCall?.[1];
}

test('messages go one after the other, as written', async () => {
  const texts: unknown[] = [];
  send.mockImplementation(({ activity }) => { texts.push(activity.text); return Promise.resolve(); });
  for (const text of ['one', 'two', 'three']) outbox.add(message(text));
  await vi.runAllTimersAsync();
  expect(texts).toEqual(['one', 'two', 'three']);
});

test('what is written offline waits, survives a reload and is sent under its client id', async () => {
  port.isOnline = false;
  const written = message('offline');
  outbox.add(written);
  const afterReload = new Outbox(new OutboxStorage(base), port);
  expect(afterReload.restore()).toEqual([written]);
  port.isOnline = true;
  await afterReload.run();
  expect(send).toHaveBeenCalledWith(written);
  expect(localStorage).toHaveLength(0);
});

test('a server in trouble is asked again, with the same message', async () => {
  send.mockRejectedValueOnce(new ApiError(503));
  const sent = message('again');
  outbox.add(sent);
  await vi.runAllTimersAsync();
  expect(send.mock.calls).toEqual([[sent], [sent]]);
  expect(lastDelivery()).toBe('sent');
});

test('a server that asks for patience gets it', async () => {
  send.mockRejectedValueOnce(new ApiError(429, '', 7000));
  outbox.add(message('slower'));
  await vi.advanceTimersByTimeAsync(6900);
  expect(send).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(send).toHaveBeenCalledTimes(2);
});

test('no answer at all puts the connection in doubt and the message back into the queue', async () => {
  send.mockRejectedValueOnce(new ApiError(0));
  outbox.add(message('lost'));
  await vi.runAllTimersAsync();
  expect(suspectConnection).toHaveBeenCalled();
  expect(lastDelivery()).toBe('queued');
});

test('after several failures the shopper decides, and the retry is the same message', async () => {
  send.mockRejectedValue(new ApiError(500));
  const sent = message('trouble');
  outbox.add(sent);
  await vi.runAllTimersAsync();
  expect(lastDelivery()).toBe('failed');
  send.mockReset().mockResolvedValue({});
  outbox.retry(sent.clientId);
  await vi.runAllTimersAsync();
  expect(send).toHaveBeenCalledExactlyOnceWith(sent);
  expect(lastDelivery()).toBe('sent');
});

test.each([[413, 'tooLarge'], [400, 'refused'], [409, 'refused']])('a refusal with %i is final and holds nobody up', async (status, delivery) => {
  send.mockRejectedValueOnce(new ApiError(status));
  const refused = message('no');
  outbox.add(refused);
  outbox.add(message('yes'));
  await vi.runAllTimersAsync();
  expect(delivered).toHaveBeenCalledWith(refused.clientId, delivery);
  expect(lastDelivery()).toBe('sent');
  expect(localStorage).toHaveLength(0);
});

test('an expired token is replaced and the message sent again', async () => {
  send.mockRejectedValueOnce(new ApiError(403));
  outbox.add(message('expired'));
  await vi.runAllTimersAsync();
  expect(discardToken).toHaveBeenCalledOnce();
  expect(lastDelivery()).toBe('sent');
});

test('an echo that overtakes its answer counts as sent', async () => {
  const sent = message('echoed');
  send.mockImplementationOnce(() => {
    outbox.confirm(sent.clientId);
    return Promise.reject(new ApiError(500));
  });
  outbox.add(sent);
  await vi.runAllTimersAsync();
  expect(send).toHaveBeenCalledOnce();
});

test('two tabs do not overwrite each other', () => {
  port.isOnline = false;
  outbox.add(message('tab one'));
  new Outbox(new OutboxStorage(base), port).add(message('tab two'));
  expect(new OutboxStorage(base).all().map(({ activity }) => activity.text)).toEqual(['tab one', 'tab two']);
});
