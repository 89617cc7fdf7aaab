import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keys } from '../src/api/keys.ts';
import { LiveCache } from '../src/stream/live-cache.ts';
import { Outbox } from '../src/stream/outbox.ts';
import type { Thread } from '../src/stream/thread.ts';
import { FakeService } from './fake-service.ts';
import { maya, message, summary } from './summaries.ts';

let queries: QueryClient;
let cache: LiveCache;
let service: FakeService;
let isReachable: boolean;

beforeEach(() => {
  localStorage.clear();
  queries = new QueryClient();
  cache = new LiveCache(queries, 'maya');
  service = new FakeService(maya);
  service.me = maya;
  isReachable = true;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!isReachable) throw new TypeError('unreachable');
    const { status, body } = service.answer(init.method ?? 'GET', path, typeof init.body === 'string' ? JSON.parse(init.body) as Record<string, unknown> : {});
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
});

afterEach(() => vi.unstubAllGlobals());

function thread(): number[] {
  return queries.getQueryData<Thread>(keys.messages('a'))?.items.map(({ sequence }) => sequence) ?? [];
}

test('a gap is filled from the service, without doubling what came meanwhile', async () => {
  service.add(summary({ id: 'a' }), [1, 2, 3, 4, 5].map((sequence) => message(sequence)));
  queries.setQueryData<Thread>(keys.messages('a'), { items: [message(1), message(2)], readTo: 0 });
  cache.message('a', message(5));
  cache.message('a', message(3));
  await vi.waitFor(() => expect(thread()).toEqual([1, 2, 3, 4, 5]));
});

test('a summary that knows a newer message than the thread makes the thread catch up', async () => {
  service.add(summary({ id: 'a' }), [1, 2, 3].map((sequence) => message(sequence)));
  queries.setQueryData<Thread>(keys.messages('a'), { items: [message(1)], readTo: 0 });
  cache.conversation(summary({ id: 'a', revision: 2, last: { sequence: 3, sender: 'shopper', text: '', at: '' } }));
  await vi.waitFor(() => expect(thread()).toEqual([1, 2, 3]));
});

test('several hundred missed messages are fetched page by page', async () => {
  service.add(summary({ id: 'a' }), Array.from({ length: 333 }, (_, index) => message(index + 1)));
  queries.setQueryData<Thread>(keys.messages('a'), { items: [message(1)], readTo: 0 });
  await cache.catchUp('a');
  expect(thread()).toHaveLength(333);
});

test('what was written while the service could not be reached goes out once, under one id', async () => {
  service.add(summary({ id: 'a' }), [message(1)]);
  queries.setQueryData<Thread>(keys.messages('a'), { items: [message(1)], readTo: 0 });
  const outbox = new Outbox('maya', cache, () => expect.unreachable());
  isReachable = false;
  await outbox.send('a', 'messages', 'hello', []);
  expect(outbox.snapshot()[0]?.state).toBe('failed');

  const next = new Outbox('maya', cache, () => expect.unreachable());
  isReachable = true;
  next.retry();
  next.retry();
  await vi.waitFor(() => expect(next.snapshot()).toHaveLength(0));
  expect(service.messages.get('a')).toHaveLength(2);
  expect(thread()).toEqual([1, 2]);
});

test('words refused for good are given back to their writer', async () => {
  service.add(summary({ id: 'a', assignee: { id: 'tom', name: 'Tom' } }), [message(1)]);
  const back: string[] = [];
  const outbox = new Outbox('maya', cache, ({ text }) => back.push(text));
  await outbox.send('a', 'messages', 'too late', []);
  expect(back).toEqual(['too late']);
  expect(outbox.snapshot()).toHaveLength(0);
});

test('an echo over the stream is proof enough that it was stored', async () => {
  service.add(summary({ id: 'a' }), []);
  const outbox = new Outbox('maya', cache, () => undefined);
  isReachable = false;
  await outbox.send('a', 'notes', 'kept', []);
  outbox.arrived(outbox.snapshot()[0]?.clientId ?? null);
  expect(outbox.snapshot()).toHaveLength(0);
});
