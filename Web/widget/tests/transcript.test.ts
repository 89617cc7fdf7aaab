import { expect, test } from 'vitest';
import { compose, composeAction } from '../src/conversation/message.ts';
import { Transcript } from '../src/conversation/transcript.ts';
import type { Activity } from '../src/directline/activity.ts';

const now = new Date('2026-03-01T10:00:00Z');

function stored(sequence: number, more: Partial<Activity> = {}): Activity {
  return { type: 'message', id: `c|${sequence}`, text: `text ${sequence}`, ...more, channelData: { ...more.channelData, 'webchat:sequence-id': sequence } };
}

test('messages stand in the order of their sequence, not of their arrival', () => {
  const transcript = new Transcript();
  for (const sequence of [3, 1, 2]) transcript.receive(stored(sequence));
  expect(transcript.ordered().map(({ order }) => order)).toEqual([1, 2, 3]);
});

test('an activity received twice is there once', () => {
  const transcript = new Transcript();
  expect(transcript.receive(stored(1))).toBeDefined();
  expect(transcript.receive(stored(1))).toBeUndefined();
  expect(transcript.ordered()).toHaveLength(1);
});

test('the echo takes the place of the pending message', () => {
  const transcript = new Transcript();
  const message = compose('hello', [], 'en', now);
  transcript.add(message);
  transcript.receive(stored(1, { from: { role: 'user' }, channelData: { clientActivityID: message.clientId } }));
  expect(transcript.ordered()).toMatchObject([{ key: message.clientId, order: 1, delivery: 'sent' }]);
});

test('a late failure does not unsay that a message was sent', () => {
  const transcript = new Transcript();
  const message = compose('hello', [], 'en', now);
  transcript.add(message);
  transcript.deliver(message.clientId, 'sent');
  expect(transcript.deliver(message.clientId, 'failed')).toBeUndefined();
});

test('pending messages stand behind everything stored', () => {
  const transcript = new Transcript();
  transcript.add(compose('mine', [], 'en', now));
  transcript.receive(stored(7));
  expect(transcript.ordered().map(({ activity }) => activity.text)).toEqual(['text 7', 'mine']);
});

test('another role may not pass for the shopper by carrying a client id', () => {
  const transcript = new Transcript();
  const message = compose('hello', [], 'en', now);
  transcript.add(message);
  transcript.receive(stored(1, { from: { role: 'bot' }, channelData: { clientActivityID: message.clientId } }));
  expect(transcript.ordered()).toHaveLength(2);
});

test('a local time carries its offset', () => {
  expect(compose('x', [], 'zh', now).activity.localTimestamp).toMatch(/^2026-0[23]-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
});

test('each kind of button says what the protocol asks of it', () => {
  const press = (type: string) => composeAction({ type, title: 'Seen', value: 'meant', text: 'back' }, 'en', now)?.activity;
  expect(press('imBack')).toMatchObject({ text: 'meant' });
  expect(press('postBack')).toMatchObject({ text: 'meant', channelData: { postBack: true, displayText: 'Seen' } });
  expect(press('messageBack')).toMatchObject({ text: 'back', value: 'meant', channelData: { displayText: 'Seen' } });
  expect(press('openUrl')).toBeUndefined();
});

test('a postBack of an object travels as a value', () => {
  expect(composeAction({ type: 'postBack', title: 'Pick', value: { id: 4 } }, 'en', now)?.activity).toMatchObject({ value: { id: 4 } });
});
