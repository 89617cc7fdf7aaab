import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillWords, readWords } from '../fill-words.ts';
import { translate } from '../src/translate.ts';
import { fillFacts } from '../store-facts.ts';

const source = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8');
const keys = [...source.matchAll(/data-t(?:-[\w-]+)?="([\w.]+)"/g)].map(([, key]) => key as string);

function page(): Document {
  return new DOMParser().parseFromString(fillWords(source), 'text/html');
}

test('every word of the page is there in both languages, and none is left over', () => {
  expect(Object.keys(readWords('en')).sort()).toEqual([...new Set(keys)].sort());
  expect(Object.keys(readWords('zh')).sort()).toEqual(Object.keys(readWords('en')).sort());
});

test('without any script the page is complete in English', () => {
  const english = page();
  expect([...english.querySelectorAll('[data-t]')].filter(({ textContent }) => textContent === '')).toEqual([]);
  expect([...english.querySelectorAll('img[data-t-alt]')].filter((image) => image.getAttribute('alt') === '')).toEqual([]);
  expect(english.querySelector('footer')?.textContent).toContain('+44 20 7946 0321');
});

test('asked for Chinese, no English word stays', () => {
  const chinese = page();
  translate(chinese, 'zh', readWords('zh'));
  expect(chinese.documentElement.lang).toBe('zh');
  expect(chinese.querySelector('h1')?.textContent).toBe(readWords('zh')['hero.title']);
  expect(chinese.querySelector('script[data-greeting]')?.getAttribute('data-greeting')).toBe(readWords('zh')['chat.greeting']);
  for (const { textContent } of chinese.querySelectorAll('[data-t]')) expect(textContent).not.toBe('');
});

test('the facts are those the bot answers with', () => {
  expect(fillFacts('{{free_delivery_over}} {{standard_days}}', 'zh')).toBe('£40 2–4 个工作日');
  expect(() => fillFacts('{{no_such_fact}}', 'en')).toThrow('no_such_fact');
});

test('the page has no inline script or style, and all its pictures', () => {
  const html = page();
  expect(html.querySelectorAll('style, [style], script:not([src])')).toHaveLength(0);
  expect(source).not.toMatch(/\son\w+=/);
  for (const image of html.querySelectorAll('img')) {
    expect(existsSync(join(import.meta.dirname, `../public${image.getAttribute('src') ?? ''}`))).toBe(true);
  }
});
