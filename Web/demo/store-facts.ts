import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Fact = string | number | { readonly en: string; readonly zh: string };

/** The file the bot answers from, so that the page and the bot cannot disagree. */
const factsFile = join(import.meta.dirname, '../../BotService/Demo/store.yaml');

/** Puts the store's facts into words that name them as {{name}}. */
export function fillFacts(text: string, language: 'en' | 'zh'): string {
  const facts = parse(readFileSync(factsFile, 'utf8')) as Readonly<Record<string, Fact>>;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`store.yaml has no "${name}", which a word of the demo page uses.`);
    return typeof fact === 'object' ? fact[language] : String(fact);
  });
}
