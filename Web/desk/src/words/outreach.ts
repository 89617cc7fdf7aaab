import * as enAudience from './en/audience.ts';
import * as enOutreach from './en/outreach.ts';
import { useLanguage } from './words.tsx';
import * as zhAudience from './zh/audience.ts';
import * as zhOutreach from './zh/outreach.ts';

const en = { ...enOutreach, ...enAudience };

export type OutreachWords = typeof en;

/** Apart from the others, so that only who opens these pages fetches their words. */
export const outreachLanguages: Readonly<Record<'en' | 'zh', OutreachWords>> = { en, zh: { ...zhOutreach, ...zhAudience } };

export function useOutreachWords(): OutreachWords {
  return outreachLanguages[useLanguage().locale];
}
