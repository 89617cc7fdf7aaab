import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillFacts } from './store-facts.ts';

export type Words = Readonly<Record<string, string>>;

export function readWords(language: 'en' | 'zh'): Words {
  return JSON.parse(fillFacts(readFileSync(join(import.meta.dirname, `words/${language}.json`), 'utf8'), language)) as Words;
}

/** Writes the English words into the elements (`data-t`) and attributes (`data-t-…`) that name them. */
export function fillWords(html: string): string {
  const words = readWords('en');
  const word = (key: string) => {
    const text = words[key];
    if (text === undefined) throw new Error(`words/en.json has no "${key}".`);
    return escape(text);
  };
  const filled = html
    .replace(/(data-t="([\w.]+)"[^>]*>)(?=<)/g, (_, tag: string, key: string) => tag + word(key))
    .replace(/(data-t-([\w-]+)="([\w.]+)" )\2=""/g, (_, before: string, name: string, key: string) => `${before}${name}="${word(key)}"`);
  return fillFacts(filled, 'en');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
