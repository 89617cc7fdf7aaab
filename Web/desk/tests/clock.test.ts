import { expect, test } from 'vitest';
import { pieces } from '../src/search/search.ts';
import { snoozeTimes } from '../src/thread/snooze-times.ts';
import { rowsOf } from '../src/thread/rows.ts';
import { age, span, waitTone } from '../src/ui/clock.ts';
import { languages } from '../src/words/words.tsx';
import { message } from './summaries.ts';

test('the clock changes colour at 20 s, 100 s and 3 min', () => {
  expect([0, 19, 20, 99, 100, 179, 180, 9999].map(waitTone)).toEqual(['calm', 'calm', 'warm', 'warm', 'hot', 'hot', 'alarm', 'alarm']);
});

test('a wait is said in both languages', () => {
  expect([5, 65, 700, 3700, 90_000].map((seconds) => span(seconds, languages.en))).toEqual(['5s', '1m 5s', '11m', '1h 1m', '1d']);
  expect(span(65, languages.zh)).toBe('1 分 5 秒');
  expect(span(-3, languages.en)).toBe('0s');
  expect(age(10, languages.zh)).toBe('刚刚');
});

test('snoozing until Monday is not offered twice on a Sunday', () => {
  const names = (day: string) => snoozeTimes(new Date(day)).map(({ name }) => name);
  expect(names('2026-11-25T10:00')).toEqual(['snoozeHour', 'snoozeEvening', 'snoozeTomorrow', 'snoozeMonday']);
  expect(names('2026-11-25T18:00')).not.toContain('snoozeEvening');
  expect(names('2026-11-29T10:00')).not.toContain('snoozeMonday');
  expect(snoozeTimes(new Date('2026-11-30T10:00')).at(-1)?.at.getDate()).toBe(7);
});

test('days are marked, and messages of one person stand together', () => {
  const rows = rowsOf([message(1), message(2), message(3, { sender: 'bot' }), message(4, { at: '2026-01-03T09:00:00.000Z' })], true, 3, []);
  expect(rows.map((row) => (row.kind === 'message' ? `${row.key}${row.opensGroup ? '*' : ''}` : row.kind))).toEqual(['start', 'day', '1*', '2', 'unread', '3*', 'day', '4*']);
});

test('what is on its way is not shown beside its own echo', () => {
  const outgoing = { clientId: 'x', conversationId: 'a', kind: 'messages' as const, text: '', files: [], at: '', state: 'sending' as const };
  expect(rowsOf([message(1, { clientId: 'x' })], false, undefined, [outgoing]).some(({ kind }) => kind === 'pending')).toBe(false);
  expect(rowsOf([message(1)], false, undefined, [outgoing]).at(-1)?.kind).toBe('pending');
});

test('a snippet is cut at its matches, whatever the matches claim', () => {
  expect(pieces('退款什么时候', [[0, 2]])).toEqual([{ text: '退款', isMatch: true }, { text: '什么时候', isMatch: false }]);
  expect(pieces('abc', [[2, 1], [0, 99], [-1, 2]]).map(({ text }) => text).join('')).toBe('abc');
});
