import { expect, test } from 'vitest';
import { outreachLanguages } from '../src/words/outreach.ts';
import { languages } from '../src/words/words.tsx';

type Said = readonly (readonly [string, string])[];

function said(words: object, path = ''): Said {
  return Object.entries(words).flatMap(([key, word]: [string, unknown]): Said => {
    const name = `${path}${key}`;
    if (typeof word === 'function') return [[name, String((word as (...values: unknown[]) => unknown)(3, 3))]];
    return typeof word === 'object' && word !== null ? said(word, `${name}.`) : [[name, String(word)]];
  });
}

const all = { en: { ...languages.en, ...outreachLanguages.en }, zh: { ...languages.zh, ...outreachLanguages.zh } };

test('Chinese says everything English says, in Chinese', () => {
  const chinese = said(all.zh);
  expect(chinese.map(([name]) => name)).toEqual(said(all.en).map(([name]) => name));
  for (const [name, word] of chinese) expect(word, name).toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
});

test('English says nothing in Chinese, and nothing is left empty', () => {
  for (const [name, word] of said(all.en)) {
    expect(word, name).not.toMatch(/[\u4e00-\u9fff]/);
    expect(word.trim(), name).not.toBe('');
  }
});
