import { expect, test } from 'vitest';
import type { Counts, Filter, Summary } from '../src/api/conversation.ts';
import { belongs, order, recount } from '../src/stream/belongs.ts';
import { patchList, type Listed } from '../src/stream/patch.ts';
import { add, append, lastSequence, prepend } from '../src/stream/thread.ts';
import { message, summary } from './summaries.ts';

const mine: Filter = { view: 'mine', status: 'open', sort: 'waiting' };
const zero: Counts = { mine: 0, unassigned: 0, all: 0, bot: 0 };

function listed(counts: Counts, ...items: readonly Summary[]): Listed {
  return { pages: [{ items, next: null, counts }], pageParams: [undefined] };
}

function ids(list: Listed): string[] {
  return list.pages.flatMap(({ items }) => items.map(({ id }) => id));
}

test('a conversation that becomes mine enters my list and the counts', () => {
  const before = summary({ id: 'a', owner: 'queue', assignee: null });
  const after = summary({ id: 'a', revision: 2 });
  const { list, isSure } = patchList(listed({ ...zero, unassigned: 1, all: 1 }), after, mine, 'maya', before);
  expect(ids(list)).toEqual(['a']);
  expect(list.pages[0]?.counts).toEqual({ mine: 1, unassigned: 0, all: 1, bot: 0 });
  expect(isSure).toBe(true);
});

test('one that was never seen before is listed, and the counts are asked for', () => {
  const { list, isSure } = patchList(listed(zero), summary({ id: 'a' }), mine, 'maya', undefined);
  expect(ids(list)).toEqual(['a']);
  expect(isSure).toBe(false);
});

test('one that is transferred away leaves', () => {
  const before = summary({ id: 'a' });
  const { list } = patchList(listed({ ...zero, mine: 1, all: 1 }, before, summary({ id: 'b' })), summary({ id: 'a', assignee: { id: 'tom', name: 'Tom' }, revision: 2 }), mine, 'maya', undefined);
  expect(ids(list)).toEqual(['b']);
  expect(list.pages[0]?.counts.mine).toBe(0);
  expect(list.pages[0]?.counts.all).toBe(1);
});

test('an older state that comes late changes nothing', () => {
  const now = summary({ id: 'a', revision: 5, unread: 0 });
  const { list } = patchList(listed({ ...zero, mine: 1 }, now), summary({ id: 'a', revision: 4, unread: 3 }), mine, 'maya', undefined);
  expect(list.pages[0]?.items[0]).toBe(now);
});

test('the same event twice counts once', () => {
  const before = summary({ id: 'a', owner: 'queue', assignee: null });
  const after = summary({ id: 'a', revision: 2 });
  const once = patchList(listed({ ...zero, unassigned: 1, all: 1 }), after, mine, 'maya', before).list;
  const twice = patchList(once, after, mine, 'maya', after).list;
  expect(twice.pages[0]?.counts).toEqual(once.pages[0]?.counts);
  expect(ids(twice)).toEqual(['a']);
});

test('filters decide as the service does', () => {
  expect(belongs(summary({ id: 'a', status: 'resolved' }), mine, 'maya')).toBe(false);
  expect(belongs(summary({ id: 'a', locale: 'zh-CN' }), { ...mine, locale: 'zh' }, 'maya')).toBe(true);
  expect(belongs(summary({ id: 'a', locale: null }), { ...mine, locale: 'zh' }, 'maya')).toBe(false);
  expect(belongs(summary({ id: 'a', tags: ['late'] }), { ...mine, tag: 'late' }, 'maya')).toBe(true);
  expect(belongs(summary({ id: 'a', owner: 'bot', assignee: null }), { ...mine, view: 'all' }, 'maya')).toBe(false);
});

test('snoozing takes one out of the open counts', () => {
  expect(recount({ ...zero, mine: 1, all: 1 }, summary({ id: 'a' }), summary({ id: 'a', status: 'snoozed' }), 'maya')).toEqual(zero);
});

test('who has waited longest stands first, then the newest', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
  const last = (minute: number) => ({ sequence: 1, sender: 'shopper' as const, text: '', at: at(minute) });
  const items = [summary({ id: 'quiet', last: last(30) }), summary({ id: 'short', waitingSince: at(20), last: last(20) }), summary({ id: 'fresh', last: last(40) }), summary({ id: 'long', waitingSince: at(10), last: last(10) })];
  expect(order(items, 'waiting').map(({ id }) => id)).toEqual(['long', 'short', 'fresh', 'quiet']);
  expect(order(items, 'newest').map(({ id }) => id)).toEqual(['fresh', 'quiet', 'short', 'long']);
});

test('a thread takes each message once, in order, and notices a gap', () => {
  const thread = { items: [message(1), message(2)], readTo: 0 };
  expect(add(thread, message(2)).outcome).toBe('known');
  expect(add(thread, message(4)).outcome).toBe('gap');
  const { thread: grown, outcome } = add(thread, message(3));
  expect(outcome).toBe('added');
  expect(lastSequence(append(grown, [message(3), message(4), message(5)]))).toBe(5);
  expect(append(grown, [message(5)]).items).toHaveLength(3);
});

test('earlier messages come before, without those that are there', () => {
  const thread = prepend({ items: [message(3), message(4)], readTo: 0 }, [message(1), message(2), message(3)]);
  expect(thread.items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});
