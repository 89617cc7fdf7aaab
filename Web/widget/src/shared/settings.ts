import { chooseLocale, type Locale } from '@supportbot/shared/locale.ts';
import { Identity } from './identity.ts';

export interface Settings {
  /** The folder above the script's own, ending in a slash: every call of the widget goes below it. */
  readonly base: string;
  readonly locale: Locale;
  readonly color: string;
  readonly position: 'left' | 'right';
  readonly theme: 'auto' | 'light' | 'dark';
  /** The store's own words; absent, the widget uses its own. */
  readonly title: string | undefined;
  readonly greeting: string | undefined;
  readonly identity: Identity;
}

const defaultColor = '#1f5c4d';

export function readSettings(script: HTMLScriptElement, page: Document, browser: readonly string[]): Settings {
  const data = script.dataset;
  const locale = chooseLocale(data.locale, page.documentElement.lang, browser);
  // data-title-zh wins over data-title on a Chinese page, so that one tag serves a bilingual store.
  const words = (name: string) => data[name + (locale === 'zh' ? 'Zh' : 'En')] ?? data[name];
  return {
    base: new URL('../', script.src).href,
    locale,
    color: data.color ?? defaultColor,
    position: data.position?.endsWith('left') ? 'left' : 'right',
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : 'auto',
    title: words('title'),
    greeting: words('greeting'),
    identity: new Identity(data.identity),
  };
}
