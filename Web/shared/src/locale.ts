export type Locale = 'en' | 'zh';

/** The first language we speak among the script's attribute, the page's and the browser's. */
export function chooseLocale(attribute: string | undefined, page: string, browser: readonly string[]): Locale {
  for (const tag of [attribute, page, ...browser]) {
    const language = tag?.toLowerCase().split('-')[0];
    if (language === 'en' || language === 'zh') return language;
  }
  return 'en';
}
