export interface ViewedPage {
  readonly url: string;
  readonly title: string;
}

/** A page that draws another one sets its title only afterwards. */
const titleAfter = 500;

/** Notices at which page of the store the shopper is, also where the store changes pages without loading them. */
export class PageWatch {
  private readonly tell: (page: ViewedPage) => void;
  private told = '';

  constructor(tell: (page: ViewedPage) => void) {
    this.tell = tell;
    const later = () => setTimeout(() => this.report(), titleAfter);
    addEventListener('popstate', later);
    (window as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', later);
    document.addEventListener('visibilitychange', () => this.report());
  }

  /** Of several open pages the one that is looked at counts. Its query and fragment are left out: they may hold what is private. */
  report(): void {
    if (document.visibilityState !== 'visible' || !location.protocol.startsWith('http')) return;
    const page: ViewedPage = { url: location.origin + location.pathname, title: document.title };
    const key = `${page.url} ${page.title}`;
    if (key === this.told) return;
    this.told = key;
    this.tell(page);
  }

  /** It was not heard, so it is told again at the next occasion. */
  forget(): void {
    this.told = '';
  }
}
