import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskStream, type StreamState } from '../src/stream/desk-stream.ts';
import type { DurableEvent, FleetingEvent } from '../src/stream/frames.ts';
import { FakeSocket } from './fake-socket.ts';

let stream: DeskStream;
let heard: string[];
let states: StreamState[];
let restarts: number;
let ends: number;

const canned: DurableEvent = { type: 'canned' };
const typing: FleetingEvent = { type: 'typing', conversationId: 'a', who: 'shopper' };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.opened = [];
  heard = [];
  states = [];
  restarts = 0;
  ends = 0;
  stream = new DeskStream('ws://desk.test/stream', {
    stateChanged: (state) => states.push(state),
    happened: (event) => heard.push(event.type),
    passed: (event) => heard.push(`~${event.type}`),
    restarted: () => (restarts += 1),
    sessionEnded: () => (ends += 1),
  });
  stream.start();
});

afterEach(() => {
  stream.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function reconnect(): FakeSocket {
  const before = FakeSocket.opened.length;
  vi.advanceTimersByTime(30_000);
  expect(FakeSocket.opened.length).toBe(before + 1);
  FakeSocket.last.accept();
  return FakeSocket.last;
}

test('without a cursor everything is fetched once the stream stands', () => {
  expect(FakeSocket.last.url).toBe('ws://desk.test/stream');
  expect(restarts).toBe(0);
  FakeSocket.last.accept();
  expect(restarts).toBe(1);
  expect(states).toEqual(['online']);
});

test('after a cut it goes on from its cursor', () => {
  FakeSocket.last.accept();
  FakeSocket.last.deliver({ cursor: 41, events: [] });
  FakeSocket.last.deliver({ cursor: 43, events: [canned, canned] });
  FakeSocket.last.fall();
  expect(stream.state).toBe('reconnecting');
  expect(reconnect().url).toBe('ws://desk.test/stream?cursor=43');
  expect(restarts).toBe(1);
  expect(heard).toEqual(['canned', 'canned']);
});

test('a frame that comes twice is taken once', () => {
  FakeSocket.last.accept();
  FakeSocket.last.deliver({ cursor: 5, events: [canned] });
  FakeSocket.last.deliver({ cursor: 5, events: [canned] });
  FakeSocket.last.deliver({ cursor: 4, events: [canned] });
  expect(heard).toEqual(['canned']);
});

test('what a socket already given up still says is not heard', () => {
  const old = FakeSocket.last;
  old.accept();
  old.deliver({ cursor: 1, events: [] });
  old.fall();
  reconnect();
  old.deliver({ cursor: 9, events: [canned] });
  expect(heard).toEqual([]);
});

test('a cursor too old means fetching everything again', () => {
  FakeSocket.last.accept();
  FakeSocket.last.deliver({ cursor: 7, events: [] });
  FakeSocket.last.fall();
  reconnect().deliver({ reset: true, cursor: 900 });
  expect(restarts).toBe(2);
  FakeSocket.last.fall();
  expect(reconnect().url).toBe('ws://desk.test/stream?cursor=900');
});

test('a journal that begins again below the cursor is followed too', () => {
  FakeSocket.last.accept();
  FakeSocket.last.deliver({ cursor: 900, events: [] });
  FakeSocket.last.deliver({ reset: true, cursor: 3 });
  FakeSocket.last.deliver({ cursor: 4, events: [canned] });
  expect(heard).toEqual(['canned']);
});

test('fleeting events need no cursor and move none', () => {
  FakeSocket.last.accept();
  FakeSocket.last.deliver({ cursor: 2, events: [] });
  FakeSocket.last.deliver({ event: typing });
  FakeSocket.last.fall();
  expect(reconnect().url).toContain('cursor=2');
  expect(heard).toEqual(['~typing']);
});

test('it tries for ever, ever more patiently', () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const gaps: number[] = [];
  let last = Date.now();
  for (let attempt = 0; attempt < 40; attempt++) {
    const before = FakeSocket.opened.length;
    FakeSocket.last.fall();
    while (FakeSocket.opened.length === before) vi.advanceTimersByTime(100);
    gaps.push(Date.now() - last);
    last = Date.now();
  }
  expect(gaps[0]).toBeLessThanOrEqual(600);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(30_100);
  expect(gaps.at(-1)).toBeGreaterThan(10_000);
});

test('sent away by a node that stops, it comes back when it was asked to', () => {
  FakeSocket.last.accept();
  FakeSocket.last.fall(1001, 'come back in 2600 ms');
  vi.advanceTimersByTime(2599);
  expect(FakeSocket.opened.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(FakeSocket.opened.length).toBe(2);
});

test('silence counts as a cut, and a keep-alive breaks it', () => {
  FakeSocket.last.accept();
  vi.advanceTimersByTime(50_000);
  FakeSocket.last.deliver('');
  vi.advanceTimersByTime(50_000);
  expect(stream.state).toBe('online');
  vi.advanceTimersByTime(25_000);
  expect(states).toContain('reconnecting');
});

test('coming back online reconnects at once', () => {
  FakeSocket.last.accept();
  dispatchEvent(new Event('offline'));
  const before = FakeSocket.opened.length;
  dispatchEvent(new Event('online'));
  expect(FakeSocket.opened.length).toBe(before + 1);
});

test('a new socket is told again what is looked at', () => {
  FakeSocket.last.accept();
  stream.look({ watching: 'a' });
  FakeSocket.last.fall();
  expect(reconnect().sent[0]).toEqual({ watching: 'a', all: false });
});

test('when the session ends it does not come back', () => {
  FakeSocket.last.accept();
  FakeSocket.last.fall(4401);
  vi.advanceTimersByTime(120_000);
  expect(ends).toBe(1);
  expect(FakeSocket.opened.length).toBe(1);
});
