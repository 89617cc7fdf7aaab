import type { DeskMessage } from '../api/conversation.ts';
import { post } from '../api/http.ts';
import { isProblem } from '../api/problem.ts';
import type { LiveCache } from './live-cache.ts';

export type Kind = 'messages' | 'notes' | 'whisper';

/** Something written, complete and unchanging, so that sending it again sends the same. */
export interface Outgoing {
  readonly clientId: string;
  readonly conversationId: string;
  readonly kind: Kind;
  readonly text: string;
  readonly files: readonly { readonly fileId: string; readonly name: string }[];
  readonly at: string;
  readonly state: 'sending' | 'failed';
}

/** Keeps what was written until the service has it, across reloads and lost connections. */
export class Outbox {
  private readonly key: string;
  private readonly cache: LiveCache;
  private readonly giveBack: (refused: Outgoing, error: unknown) => void;
  private readonly going = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private waiting: readonly Outgoing[];

  /** `giveBack` gets what the service refuses for good, so that its writer has the words again. */
  constructor(me: string, cache: LiveCache, giveBack: (refused: Outgoing, error: unknown) => void) {
    this.key = `supportbot-desk-outbox ${me}`;
    this.cache = cache;
    this.giveBack = giveBack;
    this.waiting = this.load();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Outgoing[] => this.waiting;

  send(conversationId: string, kind: Kind, text: string, files: Outgoing['files']): Promise<void> {
    const outgoing: Outgoing = { clientId: newClientId(), conversationId, kind, text, files, at: new Date().toISOString(), state: 'sending' };
    this.keep([...this.waiting, outgoing]);
    return this.deliver(outgoing);
  }

  retry(): void {
    for (const outgoing of this.waiting) void this.deliver(outgoing);
  }

  discard(clientId: string): void {
    this.keep(this.waiting.filter((outgoing) => outgoing.clientId !== clientId));
  }

  /** It came back over the stream, so it is stored, whatever became of the answer. */
  arrived(clientId: string | null): void {
    if (clientId !== null && this.waiting.some((outgoing) => outgoing.clientId === clientId)) this.discard(clientId);
  }

  private async deliver(outgoing: Outgoing): Promise<void> {
    const { clientId, conversationId, kind, text, files } = outgoing;
    if (this.going.has(clientId)) return;
    this.going.add(clientId);
    this.mark(clientId, 'sending');
    try {
      const body = { clientId, text, ...(files.length > 0 ? { attachments: files.map(({ fileId }) => fileId) } : {}) };
      const message = await post<DeskMessage>(`/api/desk/conversations/${conversationId}/${kind}`, body);
      this.discard(clientId);
      this.cache.message(conversationId, message);
    } catch (error) {
      // Nobody is signed in: the same words go out once they are again.
      if (isProblem(error) && !error.isPassing && error.status !== 401) {
        this.discard(clientId);
        this.giveBack(outgoing, error);
      } else {
        this.mark(clientId, 'failed');
      }
    } finally {
      this.going.delete(clientId);
    }
  }

  private mark(clientId: string, state: Outgoing['state']): void {
    this.keep(this.waiting.map((outgoing) => (outgoing.clientId === clientId ? { ...outgoing, state } : outgoing)));
  }

  private keep(waiting: readonly Outgoing[]): void {
    this.waiting = waiting;
    if (waiting.length === 0) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, JSON.stringify(waiting));
    for (const listener of this.listeners) listener();
  }

  private load(): readonly Outgoing[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.map((outgoing: Outgoing) => ({ ...outgoing, state: 'failed' as const })) : [];
    } catch {
      return [];
    }
  }
}

/** `crypto.randomUUID` exists on secure pages only; this works on any. */
function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
