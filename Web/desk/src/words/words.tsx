import { Dates } from '@supportbot/shared/dates.ts';
import { chooseLocale, type Locale } from '@supportbot/shared/locale.ts';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Shopper } from '../api/conversation.ts';
import { isProblem } from '../api/problem.ts';
import * as en from './en/index.ts';
import * as zh from './zh/index.ts';

/** A word that one language lacks does not compile: the Chinese files are typed by the English ones. */
export type Words = typeof en;

export const languages: Readonly<Record<Locale, Words>> = { en, zh };

interface Spoken {
  readonly locale: Locale;
  readonly words: Words;
  readonly dates: Dates;
}

const speaking = createContext<Spoken | undefined>(undefined);

export function Language({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  const spoken = useMemo(() => ({ locale, words: languages[locale], dates: new Dates(locale, navigator.languages) }), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
    remember(locale);
  }, [locale]);
  return <speaking.Provider value={spoken}>{children}</speaking.Provider>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(speaking);
  if (spoken === undefined) throw new Error('Outside of <Language>.');
  return spoken;
}

export function useWords(): Words {
  return useLanguage().words;
}

const key = 'supportbot-desk-locale';

/** The language of the sign-in page: the one used last on this device, else the browser's. */
export function firstLocale(): Locale {
  return chooseLocale(localStorage.getItem(key) ?? undefined, '', navigator.languages);
}

function remember(locale: Locale): void {
  localStorage.setItem(key, locale);
}

/** A shopper without a name is told from others by the end of their id: of its own part, as what stands behind the dot is the same for all of one network address. */
export function shopperName({ name, id }: Pick<Shopper, 'name' | 'id'>, { common }: Words): string {
  return name ?? `${common.nameless} ${(id.split('.')[0] ?? id).slice(-4)}`;
}

/** A shopper's language by name. */
export function localeName(locale: string | null, names: Words['common']['locale']): string {
  const language = locale?.split('-')[0];
  return language === 'en' || language === 'zh' ? names[language] : locale ?? '–';
}

/** A sentence that says what to do, for whatever went wrong. */
export function explain(error: unknown, { common }: Words): string {
  if (!isProblem(error)) return common.failed;
  if (error.status === 0) return common.unreachable;
  if (error.message !== '') return error.message;
  if (error.status === 403) return common.forbidden;
  if (error.status === 404) return common.notFound;
  return error.status === 429 || error.status === 503 ? common.overloaded : common.failed;
}
