import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Conversation, type ConversationListener } from '../src/conversation/conversation.ts';
import type { Entry } from '../src/conversation/transcript.ts';
import type { ConnectionState } from '../src/directline/connection.ts';
import { Identity } from '../src/shared/identity.ts';
import { isRecent, memoryKey, recall } from '../src/shared/memory.ts';
import type { Settings } from '../src/shared/settings.ts';
import { FakeService } from './fake-service.ts';

const settings: Settings = { base: 'https://service.test/', locale: 'en', color: '', position: 'right', theme: 'auto', title: undefined, greeting: undefined, identity: new Identity() };

class Seen implements ConversationListener {
  texts: readonly (string | undefined)[] = [];
  deliveries: readonly (string | undefined)[] = [];
  states: ConnectionState[] = [];
  typing: (string | undefined)[] = [];
  unread = 0;
  handoffChanged = vi.fn();
  surveyChanged = vi.fn();
  cleared = vi.fn();

  entriesChanged(_changed: readonly Entry[], all: readonly Entry[]): void {
    this.texts = all.map(({ activity }) => activity.text);
    this.deliveries = all.map(({ delivery }) => delivery);
  }

  connectionChanged(state: ConnectionState): void {
    this.states.push(state);
  }

  typingChanged(name: string | undefined): void {
    this.typing.push(name);
  }

  unreadChanged(count: number): void {
    this.unread = count;
  }
}

let service: FakeService;
let seen: Seen;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  service = new FakeService();
  service.install();
  seen = new Seen();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function settle(milliseconds = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

async function opened(): Promise<Conversation> {
  const conversation = new Conversation(settings, seen);
  conversation.connect();
  await settle();
  service.openSocket();
  await settle();
  return conversation;
}

test('nothing is stored or called before the shopper opens the panel', async () => {
  new Conversation(settings, seen);
  await settle(60_000);
  expect(service.calls).toHaveLength(0);
  expect(localStorage).toHaveLength(0);
});

test('a first visit gets a token, starts the conversation and listens', async () => {
  await opened();
  expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/widget/token', 'POST /v3/directline/conversations']);
  expect(service.calls[1]).toMatchObject({ authorization: 'Bearer issued-1', body: { user: {}, locale: 'en' } });
  expect(seen.states).toEqual(['online']);
});

test('a message is sent once the answer or the echo says so', async () => {
  const conversation = await opened();
  conversation.say('Where is my parcel?', []);
  expect(seen.deliveries).toEqual(['sending']);
  await settle();
  expect(seen.deliveries).toEqual(['sent']);
  expect(service.posted()).toMatchObject([{ text: 'Where is my parcel?', textFormat: 'plain', locale: 'en' }]);
});

test('a lost socket is replaced for ever, and only what was missed is replayed', async () => {
  await opened();
  service.push({ text: 'one' });
  service.sockets.at(-1)?.emit('close');
  expect(seen.states.at(-1)).toBe('reconnecting');
  service.push({ text: 'two' });
  for (let failure = 0; failure < 20; failure++) service.refusals.push({ path: '/conversations/first', answer: 'network' });
  while (service.sockets.length < 2) await settle(1000);
  service.openSocket();
  expect(seen.texts).toEqual(['one', 'two']);
  expect(service.calls.at(-1)?.path).toContain('?watermark=1');
  expect(seen.states.at(-1)).toBe('online');
});

test('sent away by a node that stops, it comes back when it was asked to', async () => {
  await opened();
  service.sockets.at(-1)?.sendAway(1012, 'come back in 2600 ms');
  await settle(2500);
  expect(service.sockets).toHaveLength(1);
  await settle(200);
  expect(service.sockets).toHaveLength(2);
});

test('a replay of what is known changes nothing', async () => {
  await opened();
  const one = service.push({ text: 'one' });
  service.sockets.at(-1)?.receive([one, one], '1');
  expect(seen.texts).toEqual(['one']);
});

test('a reload resumes the conversation and gets its history', async () => {
  await opened();
  service.push({ text: 'earlier' });
  seen = new Seen();
  await opened();
  expect(service.calls.at(-2)?.body).toEqual({ locale: 'en', resume: 'resume-first' });
  expect(service.calls.at(-1)).toMatchObject({ method: 'GET', path: '/v3/directline/conversations/first?watermark=' });
  expect(seen.texts).toEqual(['earlier']);
});

test('a resume that is no longer good starts anew', async () => {
  await opened();
  service.isResumeGood = false;
  service.conversation = 'second';
  service.stored.length = 0;
  await opened();
  expect(service.calls.at(-1)).toMatchObject({ method: 'POST', path: '/v3/directline/conversations' });
  expect(recall(settings.base)?.conversationId).toBe('second');
});

test('another refusal does not cost the shopper the conversation', async () => {
  await opened();
  service.refusals.push({ path: '/token', answer: { status: 403, body: { error: { code: 'OriginNotAllowed' } } } });
  await opened();
  await settle(5000);
  expect(service.calls.at(-2)?.body).toMatchObject({ resume: 'resume-first' });
});

test('a conversation the service has forgotten is started again', async () => {
  await opened();
  service.refusals.push({ path: '/conversations/first', answer: { status: 404 } });
  new Conversation(settings, seen).connect();
  await settle(5000);
  expect(service.calls.at(-1)).toMatchObject({ method: 'POST', path: '/v3/directline/conversations' });
});

test('an expired token is renewed through the resume string', async () => {
  const conversation = await opened();
  service.refusals.push({ path: '/activities', answer: { status: 403 } });
  conversation.say('hello', []);
  await settle();
  expect(seen.deliveries).toEqual(['sent']);
  expect(service.posted()).toHaveLength(2);
  expect(service.calls.at(-2)).toMatchObject({ path: '/api/widget/token', body: { resume: 'resume-first' } });
});

test('a token past half its life is refreshed before it is used', async () => {
  const conversation = await opened();
  const keepAlive = setInterval(() => service.sockets.at(-1)?.receiveRaw(''), 30_000);
  await settle(16 * 60_000);
  clearInterval(keepAlive);
  conversation.say('hello', []);
  await settle();
  expect(service.calls.at(-2)?.path).toBe('/v3/directline/tokens/refresh');
  expect(service.calls.at(-1)?.authorization).toMatch(/^Bearer refreshed/);
});

test('a silent socket counts as dead', async () => {
  await opened();
  await settle(120_000);
  expect(seen.states).toContain('reconnecting');
  expect(service.sockets.length).toBeGreaterThan(1);
});

test('bot messages count as unread until they are read, also over a reload', async () => {
  const conversation = await opened();
  service.push({ text: 'one' });
  expect(seen.unread).toBe(1);
  conversation.markRead();
  expect(seen.unread).toBe(0);
  service.push({ text: 'two' });
  service.push({ text: 'mine', from: { id: 'dl_shopper', role: 'user' } });
  seen = new Seen();
  await opened();
  expect(seen.unread).toBe(1);
});

test('typing is shown for a while, and told at most every three seconds', async () => {
  const conversation = await opened();
  service.sockets.at(-1)?.receive([{ type: 'typing', from: { role: 'bot', name: 'Mia' } }], '0');
  await settle(4100);
  expect(seen.typing).toEqual(['Mia', undefined]);
  for (let stroke = 0; stroke < 10; stroke++) conversation.tellTyping('a');
  await settle(3100);
  conversation.tellTyping('a');
  await settle();
  expect(service.posted().filter(({ type }) => type === 'typing')).toHaveLength(2);
});

test('the way to a colleague is passed on', async () => {
  await opened();
  service.push({ type: 'event', name: 'handoff.status', value: { state: 'queued', position: 2, estimate: 5 } });
  expect(seen.handoffChanged).toHaveBeenCalledWith({ state: 'queued', position: 2, estimate: 5, message: undefined });
});

test('keep-alive and unreadable frames are harmless', async () => {
  await opened();
  for (const frame of ['', '{', 'null', '[]', '{"activities":null}']) service.sockets.at(-1)?.receiveRaw(frame);
  expect(seen.states).toEqual(['online']);
});

test('blocked storage costs the history, not the chat', async () => {
  vi.stubGlobal('localStorage', { getItem() { throw new Error('blocked'); }, setItem() { throw new Error('blocked'); } });
  const conversation = await opened();
  conversation.say('hello', []);
  await settle();
  expect(seen.deliveries).toEqual(['sent']);
});

test('an old or broken memory is not worth a socket', () => {
  expect(isRecent({ resume: '', conversationId: '', lastRead: 0, lastUsed: 0 }, 8 * 24 * 60 * 60 * 1000)).toBe(false);
  localStorage.setItem(memoryKey(settings.base), '{"resume":1}');
  expect(recall(settings.base)).toBeUndefined();
});

test('who is signed in at the store is told with the token request, and again when it changes', async () => {
  const identity = new Identity('signed-ada');
  await begun(identity);
  expect(issued()).toEqual([{ locale: 'en', identity: 'signed-ada' }]);
  service.conversation = 'second';
  identity.set(() => Promise.resolve('signed-bob'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(issued().at(-1)).toEqual({ locale: 'en', resume: 'resume-first', identity: 'signed-bob' });
  expect(seen.cleared).toHaveBeenCalled();
});

test('an identity that is refused, or cannot be had, leaves a guest who can chat', async () => {
  service.isIdentityGood = false;
  await begun(new Identity('forged'));
  expect(issued().at(-1)).toEqual({ locale: 'en' });
  await begun(new Identity(() => Promise.reject(new Error('offline'))));
  expect(issued().at(-1)).not.toHaveProperty('identity');
});

async function begun(identity: Identity): Promise<void> {
  new Conversation({ ...settings, identity }, seen).connect();
  await vi.advanceTimersByTimeAsync(100);
  service.openSocket();
}

function issued(): readonly unknown[] {
  return service.calls.filter(({ path }) => path === '/api/widget/token').map(({ body }) => body);
}
