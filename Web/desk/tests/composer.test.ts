import { expect, test } from 'vitest';
import { fill, insert, sends, slashAt, unfilled, wrap, type Key } from '../src/composer/rules.ts';
import { Drafts } from '../src/stream/drafts.ts';

const enter: Key = { key: 'Enter', keyCode: 13, isComposing: false, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test('Ctrl or Command with Enter sends, Enter alone only for those who want it', () => {
  expect(sends(enter, false)).toBe(false);
  expect(sends(enter, true)).toBe(true);
  expect(sends({ ...enter, ctrlKey: true }, false)).toBe(true);
  expect(sends({ ...enter, metaKey: true }, false)).toBe(true);
  expect(sends({ ...enter, shiftKey: true }, true)).toBe(false);
});

test.each([{ ...enter, isComposing: true }, { ...enter, keyCode: 229 }, { ...enter, isComposing: true, ctrlKey: true }, { ...enter, key: 'Process', keyCode: 229 }])(
  'a key taken by an input method never sends', (key) => expect(sends(key, true)).toBe(false));

test('a slash at the beginning of a word looks for prepared replies', () => {
  expect(slashAt('/', 1)).toEqual({ from: 0, query: '' });
  expect(slashAt('Thanks /By', 10)).toEqual({ from: 7, query: 'by' });
  expect(slashAt('/问候', 3)).toEqual({ from: 0, query: '问候' });
  expect(slashAt('and/or', 6)).toBeUndefined();
  expect(slashAt('https://shop', 12)).toBeUndefined();
  expect(slashAt('/bye now', 8)).toBeUndefined();
});

test('a reply takes the place of the slash, an answer stands apart from what is written', () => {
  expect(insert('Hi /bye', 3, 7, 'Goodbye').text).toBe('Hi Goodbye');
  expect(insert('Hello', 5, 5, 'An answer').text).toBe('Hello\nAn answer');
});

test('variables are filled; what is not known is named and not sent', () => {
  const text = fill('Dear {{shopper.name}}, order {{ order.number }}', { 'shopper.name': 'Ellen', 'order.number': undefined });
  expect(text).toBe('Dear Ellen, order {{ order.number }}');
  expect(unfilled(text)).toEqual(['order.number']);
  expect(fill('{{store}}', { store: '{{agent.name}} $& $1' })).toBe('{{agent.name}} $& $1');
});

test('bold goes on and off', () => {
  const on = wrap('a word', 2, 6, '**');
  expect(on.text).toBe('a **word**');
  expect(wrap(on.text, on.from, on.to, '**').text).toBe('a word');
});

test('a draft outlives the page, and refused words stand before what was written since', () => {
  localStorage.clear();
  new Drafts('maya').write('a', 'messages', 'half a sent');
  const drafts = new Drafts('maya');
  expect(drafts.of('a').texts.messages).toBe('half a sent');
  expect(new Drafts('tom').of('a').texts.messages).toBeUndefined();

  drafts.giveBack('a', 'messages', 'refused', [], new Error('no'));
  expect(drafts.of('a').texts.messages).toBe('refused\nhalf a sent');
  expect(drafts.refusal('a')).toBeDefined();
  drafts.write('a', 'messages', '');
  expect(drafts.refusal('a')).toBeUndefined();
  expect(Object.keys(localStorage)).toHaveLength(0);
});
