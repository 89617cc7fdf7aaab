import { expect, test } from 'vitest';
import { languages } from '../src/words/words.tsx';

type Said = readonly (readonly [string, string])[];

function said(words: object, path = ''): Said {
  return Object.entries(words).flatMap(([key, word]: [string, unknown]): Said => {
    const name = `${path}${key}`;
    if (typeof word === 'function') return [[name, String((word as (...values: unknown[]) => unknown)(3, 3))]];
    return typeof word === 'object' && word !== null ? said(word, `${name}.`) : [[name, String(word)]];
  });
}

test('Chinese says everything English says, in Chinese', () => {
  const chinese = said(languages.zh);
  expect(chinese.map(([name]) => name)).toEqual(said(languages.en).map(([name]) => name));
  for (const [name, word] of chinese) expect(word, name).toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
});

test('English says nothing in Chinese, and nothing is left empty', () => {
  for (const [name, word] of said(languages.en)) {
    expect(word, name).not.toMatch(/[\u4e00-\u9fff]/);
    expect(word.trim(), name).not.toBe('');
  }
});
