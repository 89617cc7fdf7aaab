import type { Locale } from '@supportbot/shared/locale.ts';
import type { ActivitySet } from './activity.ts';
import type { DirectLineApi } from './api.ts';
import { ApiError } from './api-error.ts';
import { backoff } from '@supportbot/shared/backoff.ts';
import type { Session } from './session.ts';
import { Stream } from './stream.ts';

export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'blocked';

export interface ConnectionListener {
  stateChanged(state: ConnectionState): void;
  received(set: ActivitySet): void;
  /** The old conversation is gone; what follows belongs to a new one. */
  startedAnew(): void;
}

/** A socket that fell at once does not count as a success, or a broken server would be hammered. */
const stable = 1000;

/** Keeps one conversation's stream open for as long as the page lives, replaying what was missed. */
export class Connection {
  private readonly api: DirectLineApi;
  private readonly session: Session;
  private readonly locale: Locale;
  private readonly listener: ConnectionListener;
  private stream: Stream | undefined;
  private watermark = '';
  private conversationId = '';
  private attempt = 0;
  private wake: (() => void) | undefined;
  private current: ConnectionState = 'connecting';

  constructor(api: DirectLineApi, session: Session, locale: Locale, listener: ConnectionListener) {
    this.api = api;
    this.session = session;
    this.locale = locale;
    this.listener = listener;
    addEventListener('online', () => this.retryNow());
    addEventListener('offline', () => this.suspect());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.stream?.checkSilence();
    });
  }

  get state(): ConnectionState {
    return this.current;
  }

  async keepOpen(): Promise<never> {
    for (;;) {
      let wait: number | undefined;
      try {
        wait = await this.listen(await this.streamUrl());
      } catch (error) {
        if (error instanceof ApiError) wait = error.retryAfter;
        if (error instanceof ApiError && error.code === 'Blocked') this.change('blocked');
      }
      this.lost();
      await this.pause(Math.max(wait ?? 0, backoff(this.attempt++)));
    }
  }

  retryNow(): void {
    this.wake?.();
  }

  /** A call failed although the socket looks open: the network is gone, so a fresh socket must prove otherwise. */
  suspect(): void {
    if (this.stream !== undefined) this.stream.end();
    else this.lost();
  }

  private async streamUrl(): Promise<string> {
    const token = await this.session.token();
    const id = this.session.conversationId;
    if (this.conversationId !== '' && this.conversationId !== id) {
      this.watermark = '';
      this.listener.startedAnew();
    }
    this.conversationId = id;
    try {
      const opened = this.session.isStarted
        ? await this.api.reopenConversation(token, id, this.watermark)
        : await this.api.startConversation(token, this.locale);
      if (opened.token !== undefined) this.session.take(opened.token);
      this.session.isStarted = true;
      return opened.streamUrl;
    } catch (error) {
      if (error instanceof ApiError) this.makeSenseOf(error);
      throw error;
    }
  }

  private makeSenseOf(error: ApiError): void {
    if (error.isTokenRefused) this.session.discardToken();
    // Remembered but never started (the page closed in between), or no longer kept by the service.
    else if (error.status === 404 && this.session.isStarted) this.session.isStarted = false;
    else if (error.status === 404) this.session.forget();
  }

  /** Listens until the stream ends, and gives the milliseconds that the service asks to wait. */
  private listen(url: string): Promise<number | undefined> {
    return new Promise((resolve) => {
      let openedAt = Infinity;
      this.stream = new Stream(url, {
        opened: () => {
          openedAt = Date.now();
          this.change('online');
        },
        received: (set) => {
          if (set.watermark !== undefined) this.watermark = set.watermark;
          this.listener.received(set);
        },
        ended: (wait) => {
          this.stream = undefined;
          if (Date.now() - openedAt > stable) this.attempt = 0;
          this.lost();
          resolve(wait);
        },
      });
    });
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
    });
  }

  private lost(): void {
    if (!navigator.onLine) this.change('offline');
    else if (this.current !== 'connecting' && this.current !== 'blocked') this.change('reconnecting');
  }

  private change(state: ConnectionState): void {
    if (this.current === state) return;
    this.current = state;
    this.listener.stateChanged(state);
  }
}
