import type { Kind } from './outbox.ts';

export interface Draft {
  readonly kind: Kind;
  /** What is being written, by kind, so that a note begun does not become part of the reply. */
  readonly texts: Readonly<Partial<Record<Kind, string>>>;
  readonly files: readonly { readonly fileId: string; readonly name: string }[];
}

/** Refused words, with the reason, until their writer has read it. */
export interface GivenBack {
  readonly error: unknown;
}

const empty: Draft = { kind: 'messages', texts: {}, files: [] };
const oldest = 100;

/** What is being written in each conversation; kept in the browser, so that a reload loses nothing. */
export class Drafts {
  private readonly prefix: string;
  private readonly open = new Map<string, Draft>();
  private readonly returned = new Map<string, GivenBack>();
  private readonly listeners = new Set<() => void>();

  constructor(me: string) {
    this.prefix = `supportbot-desk-draft ${me} `;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(conversationId: string): Draft {
    const known = this.open.get(conversationId);
    if (known !== undefined) return known;
    const draft = this.load(conversationId);
    this.open.set(conversationId, draft);
    return draft;
  }

  refusal(conversationId: string): GivenBack | undefined {
    return this.returned.get(conversationId);
  }

  change(conversationId: string, change: Partial<Draft>): void {
    const draft = { ...this.of(conversationId), ...change };
    this.open.set(conversationId, draft);
    this.returned.delete(conversationId);
    this.save(conversationId, draft);
    this.tell();
  }

  write(conversationId: string, kind: Kind, text: string): void {
    this.change(conversationId, { texts: { ...this.of(conversationId).texts, [kind]: text } });
  }

  /** Before what has been written since, so that neither is lost. */
  giveBack(conversationId: string, kind: Kind, text: string, files: Draft['files'], error: unknown): void {
    const draft = this.of(conversationId);
    const since = draft.texts[kind] ?? '';
    this.change(conversationId, {
      kind,
      texts: { ...draft.texts, [kind]: since === '' ? text : `${text}\n${since}` },
      files: [...files, ...draft.files],
    });
    this.returned.set(conversationId, { error });
    this.tell();
  }

  private save(conversationId: string, draft: Draft): void {
    const key = this.prefix + conversationId;
    const isEmpty = draft.files.length === 0 && Object.values(draft.texts).every((text) => text === '');
    try {
      localStorage.removeItem(key);
      if (!isEmpty) localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      this.makeRoom();
    }
  }

  /** The browser's storage is full: old drafts make room. */
  private makeRoom(): void {
    const drafts = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    for (const key of drafts.slice(0, Math.max(drafts.length - oldest, 1))) localStorage.removeItem(key);
  }

  private load(conversationId: string): Draft {
    try {
      const kept = JSON.parse(localStorage.getItem(this.prefix + conversationId) ?? 'null') as Draft | null;
      return kept === null ? empty : { ...empty, ...kept };
    } catch {
      return empty;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
