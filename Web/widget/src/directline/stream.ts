import { askedWait } from '@supportbot/shared/backoff.ts';
import type { ActivitySet } from './activity.ts';

export interface StreamListener {
  opened(): void;
  received(set: ActivitySet): void;
  /** Called once, after which nothing else is; with the milliseconds that the service asks to wait, if it does. */
  ended(wait?: number): void;
}

/** Silence after which a socket counts as dead; the server sends keep-alive frames far more often. */
const silenceLimit = 90_000;
const checkEvery = 15_000;

/** One WebSocket of a conversation's stream. */
export class Stream {
  private readonly socket: WebSocket;
  private readonly listener: StreamListener;
  private readonly check: ReturnType<typeof setInterval>;
  private heard = Date.now();
  private isEnded = false;

  constructor(url: string, listener: StreamListener) {
    this.listener = listener;
    this.socket = new WebSocket(url);
    this.socket.addEventListener('open', () => {
      this.heard = Date.now();
      if (!this.isEnded) listener.opened();
    });
    this.socket.addEventListener('message', (event: MessageEvent<unknown>) => this.hear(event.data));
    this.socket.addEventListener('close', ({ code, reason }) => this.end(askedWait(code, reason)));
    this.check = setInterval(() => this.checkSilence(), checkEvery);
  }

  /** Does not wait for the closing handshake: on a dead network it never comes. */
  end(wait?: number): void {
    if (this.isEnded) return;
    this.isEnded = true;
    clearInterval(this.check);
    this.socket.close();
    this.listener.ended(wait);
  }

  checkSilence(): void {
    if (Date.now() - this.heard > silenceLimit) this.end();
  }

  private hear(data: unknown): void {
    this.heard = Date.now();
    const set = parse(data);
    if (set !== undefined && !this.isEnded) this.listener.received(set);
  }
}

/** An empty frame only keeps the connection alive; anything unreadable is left alone. */
function parse(data: unknown): ActivitySet | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    const set: unknown = JSON.parse(data);
    return typeof set === 'object' && set !== null ? set : undefined;
  } catch {
    return undefined;
  }
}
