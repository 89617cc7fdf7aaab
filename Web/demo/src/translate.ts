/** Replaces the words of every element that names its word in `data-t`, and of attributes named in `data-t-…`. */
export function translate(page: Document, language: string, words: Readonly<Record<string, string>>): void {
  page.documentElement.lang = language;
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const word = words[value];
      if (word === undefined) continue;
      if (name === 'data-t') element.textContent = word;
      else if (name.startsWith('data-t-')) element.setAttribute(name.slice('data-t-'.length), word);
    }
  }
}
