import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Conversation } from '../src/conversation/conversation.ts';
import { PageWatch } from '../src/conversation/viewed-page.ts';
import { Identity } from '../src/shared/identity.ts';
import type { Settings } from '../src/shared/settings.ts';
import { FakeService } from './fake-service.ts';

const settings: Settings = { base: 'https://service.test/', locale: 'en', color: '', position: 'right', theme: 'auto', title: undefined, greeting: undefined, identity: new Identity() };

let service: FakeService;
let surveyChanged = vi.fn<(due: boolean) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  service = new FakeService();
  service.install();
  surveyChanged = vi.fn<(due: boolean) => void>();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function settle(milliseconds = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

async function opened(allowed: { readonly peek?: boolean; readonly viewedPage?: boolean } = {}): Promise<Conversation> {
  service.allowed = allowed;
  const conversation = new Conversation(settings, {
    entriesChanged: vi.fn(), cleared: vi.fn(), connectionChanged: vi.fn(), typingChanged: vi.fn(), handoffChanged: vi.fn(), unreadChanged: vi.fn(), surveyChanged,
  });
  conversation.connect();
  await settle();
  service.openSocket();
  await settle();
  return conversation;
}

const handOff = (state: string) => service.push({ type: 'event', name: 'handoff.status', value: { state } });
const typed = () => service.posted().filter(({ type }) => type === 'typing').map(({ text }) => text);

test('nothing that is being written leaves the page unless a colleague has the chat and the store shows it', async () => {
  const conversation = await opened({ peek: true });
  conversation.tellTyping('to the bot');
  await settle();
  expect([conversation.isPeeked, typed()]).toEqual([false, [undefined]]);
  handOff('accepted');
  expect(conversation.isPeeked).toBe(true);
  handOff('returned');
  expect(conversation.isPeeked).toBe(false);
});

test('a store that does not show it gets the bare hint only', async () => {
  const conversation = await opened();
  handOff('accepted');
  conversation.tellTyping('secret');
  await settle();
  expect([conversation.isPeeked, typed()]).toEqual([false, [undefined]]);
});

test('what is being written is told once a second, the last of it always, and not after it was sent', async () => {
  const conversation = await opened({ peek: true });
  handOff('accepted');
  for (const text of ['h', 'he', 'hel']) conversation.tellTyping(text);
  await settle(1000);
  expect(typed()).toEqual(['h', 'hel']);
  conversation.tellTyping('hello');
  conversation.say('hello', []);
  await settle(5000);
  expect(typed()).toEqual(['h', 'hel']);
});

test('after a chat with a colleague the shopper is asked once, until they answer or write on', async () => {
  const conversation = await opened();
  handOff('accepted');
  handOff('completed');
  expect(surveyChanged.mock.calls).toEqual([[true]]);
  conversation.rate({ score: 4, comment: 'good' });
  await settle();
  expect(service.posted().at(-1)).toMatchObject({ type: 'event', name: 'survey.answer', value: { score: 4, comment: 'good' } });
  service.push({ type: 'event', name: 'survey.answer', from: { role: 'user' } });
  expect(surveyChanged.mock.calls).toEqual([[true], [false]]);
  handOff('completed');
  conversation.say('one more thing', []);
  expect(surveyChanged.mock.calls.at(-1)).toEqual([false]);
});

test('a reloaded page does not ask again what was answered or waved aside', async () => {
  handOff('completed');
  service.push({ type: 'event', name: 'survey.dismissed', from: { role: 'user' } });
  await opened();
  expect(surveyChanged.mock.calls.at(-1)).toEqual([false]);
});

test('an answer that could not be sent survives a reload without showing as a message', async () => {
  const conversation = await opened();
  service.sockets.at(-1)?.close();
  conversation.rate({ score: 1, comment: '' });
  const entriesChanged = vi.fn();
  new Conversation(settings, { entriesChanged, cleared: vi.fn(), connectionChanged: vi.fn(), typingChanged: vi.fn(), handoffChanged: vi.fn(), unreadChanged: vi.fn(), surveyChanged }).connect();
  await settle();
  service.openSocket();
  await settle();
  expect(entriesChanged).not.toHaveBeenCalled();
  expect(service.posted().filter(({ name }) => name === 'survey.answer').length).toBeGreaterThan(0);
});

test('a page is told once, without its query, and again after another', () => {
  const tell = vi.fn();
  location.href = 'https://shop.test/chairs?token=secret#part';
  document.title = 'Chairs';
  const watch = new PageWatch(tell);
  watch.report();
  watch.report();
  expect(tell.mock.calls).toEqual([[{ url: 'https://shop.test/chairs', title: 'Chairs' }]]);
  document.title = 'Oak';
  dispatchEvent(new Event('popstate'));
  vi.advanceTimersByTime(600);
  expect(tell).toHaveBeenLastCalledWith({ url: 'https://shop.test/chairs', title: 'Oak' });
});

test('the page is told where the desk wants to know it', async () => {
  location.href = 'https://shop.test/chairs';
  await opened();
  expect(service.calls.some(({ path }) => path.endsWith('/page'))).toBe(false);
  localStorage.clear();
  await opened({ viewedPage: true });
  expect(service.calls.filter(({ path }) => path.endsWith('/page')).map(({ body }) => body)).toMatchObject([{ url: 'https://shop.test/chairs' }]);
});
