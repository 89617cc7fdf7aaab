import { expect, test } from 'vitest';
import { launcherWords } from '../src/words/launcher.ts';
import { panelWords } from '../src/words/panel.ts';

function said(words: object): string[] {
  return Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'function') return [String((word as (value: unknown) => unknown)(3))];
    return typeof word === 'object' && word !== null ? said(word) : [String(word)];
  });
}

test('Chinese says everything English says, in Chinese', () => {
  for (const words of [launcherWords, panelWords]) {
    expect(Object.keys(words.zh)).toEqual(Object.keys(words.en));
    for (const word of said(words.zh)) expect(word).toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  }
});
