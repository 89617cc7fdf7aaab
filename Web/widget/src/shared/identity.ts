/** What the store's own server has signed for its signed-in customer, or a function that fetches it fresh; nothing for a guest. */
export type IdentitySource = string | (() => string | undefined | Promise<string | undefined>) | undefined;

/** Who is signed in at the store site, as the page tells it: now, and when it changes. */
export class Identity {
  private source: IdentitySource;
  private listener: (() => void) | undefined;

  constructor(source?: IdentitySource) {
    this.source = source;
  }

  set(source: IdentitySource): void {
    this.source = source;
    this.listener?.();
  }

  /** A page that cannot say who it is has a guest: the chat must open all the same. */
  async get(): Promise<string | undefined> {
    try {
      return typeof this.source === 'function' ? await this.source() : this.source;
    } catch {
      return undefined;
    }
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }
}
