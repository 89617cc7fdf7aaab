const kept = 'demo customer';

interface PageApi {
  identity?: () => Promise<string | undefined>;
  identify?(source: (() => Promise<string | undefined>) | undefined): void;
}

/** Stands for the store's own sign-in: the service signs its demo customer, as a store's server would sign its own. */
export class CustomerControl {
  private readonly page: Document;
  private readonly storage: Storage;
  private isOffered = false;

  constructor(page: Document, storage: Storage) {
    this.page = page;
    this.storage = storage;
  }

  start(): void {
    this.button('sign-in').addEventListener('click', () => this.change(true));
    this.button('sign-out').addEventListener('click', () => this.change(false));
    // Before the widget's loader runs, so that it opens the customer's conversation at once.
    if (this.isSignedIn) this.host.SupportBot = { ...this.host.SupportBot, identity: sign };
    void this.offer();
  }

  /** A store whose service signs nobody in shows no button for it. */
  private async offer(): Promise<void> {
    this.isOffered = await fetch('/demo/identity', { cache: 'no-store', credentials: 'omit' })
      .then(async (response) => (await response.json() as { readonly signsIn?: boolean }).signsIn === true, () => false);
    this.show();
  }

  private get host(): Window & { SupportBot?: PageApi } {
    return window;
  }

  private get isSignedIn(): boolean {
    return this.storage.getItem(kept) !== null;
  }

  private change(signedIn: boolean): void {
    if (signedIn) this.storage.setItem(kept, 'yes');
    else this.storage.removeItem(kept);
    this.host.SupportBot?.identify?.(signedIn ? sign : undefined);
    this.show();
    this.button(signedIn ? 'sign-out' : 'sign-in').focus();
  }

  private show(): void {
    this.button('sign-in').hidden = !this.isOffered || this.isSignedIn;
    this.button('sign-out').hidden = !this.isOffered || !this.isSignedIn;
  }

  private button(id: string): HTMLElement {
    const found = this.page.getElementById(id);
    if (found === null) throw new Error(`The page has no #${id}.`);
    return found;
  }
}

async function sign(): Promise<string | undefined> {
  const response = await fetch('/demo/identity', { method: 'POST', cache: 'no-store', credentials: 'omit' });
  return response.ok ? (await response.json() as { readonly identity: string }).identity : undefined;
}
