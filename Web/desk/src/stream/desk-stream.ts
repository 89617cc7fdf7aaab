import { askedWait, backoff } from '@supportbot/shared/backoff.ts';
import { readFrame, type DurableEvent, type FleetingEvent, type Frame } from './frames.ts';

export type StreamState = 'connecting' | 'online' | 'reconnecting' | 'offline';

export interface Looking {
  readonly watching: string | null;
  /** Whether the changes of all conversations are of interest, not only of one's own and those that wait. */
  readonly all: boolean;
}

export interface StreamListener {
  stateChanged(state: StreamState): void;
  happened(event: DurableEvent): void;
  passed(event: FleetingEvent): void;
  /** What was missed is not to be had as events: everything shown is to be fetched again. */
  restarted(): void;
  sessionEnded(): void;
}

/** The server sends a keep-alive every 20 s; silence three times as long means the network is gone. */
const silenceLimit = 60_000;
const checkEvery = 10_000;
/** A socket that fell at once does not count as a success, or a broken server would be hammered. */
const stable = 1000;
const sessionEnded = 4401;

/** The desk's one socket: reconnects for ever from its cursor, so that nothing is missed and nothing doubled. */
export class DeskStream {
  private readonly url: string;
  private readonly listener: StreamListener;
  private socket: WebSocket | undefined;
  private cursor: number | undefined;
  private attempt = 0;
  private heard = 0;
  private opened = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private check: ReturnType<typeof setInterval> | undefined;
  private isClosed = false;
  private looking: Looking = { watching: null, all: false };
  private current: StreamState = 'connecting';

  constructor(url: string, listener: StreamListener) {
    this.url = url;
    this.listener = listener;
  }

  get state(): StreamState {
    return this.current;
  }

  start(): void {
    this.isClosed = false;
    addEventListener('online', this.retryNow);
    addEventListener('offline', this.suspect);
    document.addEventListener('visibilitychange', this.lookAgain);
    this.check = setInterval(() => this.checkSilence(), checkEvery);
    this.connect();
  }

  close(): void {
    this.isClosed = true;
    removeEventListener('online', this.retryNow);
    removeEventListener('offline', this.suspect);
    document.removeEventListener('visibilitychange', this.lookAgain);
    clearInterval(this.check);
    clearTimeout(this.timer);
    this.drop();
  }

  /** Fleeting by nature: what cannot be said now need not be said later. */
  tell(words: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(words));
  }

  /** What this page looks at decides what it is sent; said again whenever a new socket opens. */
  look(change: Partial<Looking>): void {
    this.looking = { ...this.looking, ...change };
    this.tell(this.looking);
  }

  readonly retryNow = (): void => {
    if (this.isClosed || this.socket !== undefined) return;
    clearTimeout(this.timer);
    this.connect();
  };

  private readonly suspect = (): void => {
    this.lost();
  };

  private readonly lookAgain = (): void => {
    if (document.visibilityState === 'visible') this.checkSilence();
  };

  private checkSilence(): void {
    if (this.socket !== undefined && Date.now() - this.heard > silenceLimit) this.lost();
  }

  private connect(): void {
    this.change(this.attempt === 0 && this.cursor === undefined ? 'connecting' : this.waiting());
    const socket = new WebSocket(this.cursor === undefined ? this.url : `${this.url}?cursor=${this.cursor}`);
    this.socket = socket;
    this.heard = Date.now();
    socket.addEventListener('open', () => {
      if (this.socket !== socket) return;
      this.heard = this.opened = Date.now();
      this.tell(this.looking);
      this.change('online');
      // Without a cursor the stream starts at now; whatever was fetched before may be older than that.
      if (this.cursor === undefined) this.listener.restarted();
    });
    socket.addEventListener('message', (message: MessageEvent<unknown>) => {
      if (this.socket === socket) this.hear(message.data);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (this.socket === socket) this.fell(code, reason);
    });
  }

  private hear(data: unknown): void {
    this.heard = Date.now();
    if (this.heard - this.opened >= stable) this.attempt = 0;
    const frame = readFrame(data);
    if (frame !== undefined) this.take(frame);
  }

  private take({ cursor, events, event, reset }: Frame): void {
    if (event !== undefined) this.listener.passed(event);
    if (cursor === undefined) return;
    if (reset === true) {
      this.cursor = cursor;
      this.listener.restarted();
      return;
    }
    // A frame that was already taken, sent again after a cut between its arrival and our next connection.
    if (this.cursor !== undefined && cursor <= this.cursor) return;
    for (const happened of events ?? []) this.listener.happened(happened);
    this.cursor = cursor;
  }

  private fell(code: number, reason: string): void {
    if (code === sessionEnded) {
      this.close();
      this.listener.sessionEnded();
      return;
    }
    this.lost(askedWait(code, reason));
  }

  /** Does not wait for the closing handshake: on a dead network it never comes. */
  private lost(asked = 0): void {
    if (this.isClosed) return;
    this.drop();
    this.change(this.waiting());
    clearTimeout(this.timer);
    this.timer = setTimeout(this.retryNow, Math.max(asked, backoff(this.attempt)));
    this.attempt += 1;
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private waiting(): StreamState {
    return navigator.onLine ? 'reconnecting' : 'offline';
  }

  private change(state: StreamState): void {
    if (state === this.current) return;
    this.current = state;
    this.listener.stateChanged(state);
  }
}
