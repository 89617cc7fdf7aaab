import type { Locale } from '@supportbot/shared/locale.ts';
import type { Identity } from '../shared/identity.ts';
import { recall, remember, type Remembered } from '../shared/memory.ts';
import type { DirectLineApi, IssuedToken } from './api.ts';
import { ApiError } from './api-error.ts';

/** Who the shopper is to the service: a short-lived token in memory, and in the browser's storage the string that renews it. */
export class Session {
  /** Whether the service already knows the conversation, so that it is reopened and not started. */
  isStarted: boolean;
  private readonly api: DirectLineApi;
  private readonly base: string;
  private readonly locale: Locale;
  private readonly identity: Identity;
  private remembered: Remembered | undefined;
  private issued: IssuedToken | undefined;
  private current: { readonly token: string; readonly since: number; readonly life: number } | undefined;
  private pending: Promise<string> | undefined;

  constructor(api: DirectLineApi, base: string, locale: Locale, identity: Identity) {
    this.api = api;
    this.base = base;
    this.locale = locale;
    this.identity = identity;
    this.remembered = recall(base);
    this.isStarted = this.remembered !== undefined;
  }

  get conversationId(): string {
    return this.remembered?.conversationId ?? '';
  }

  get lastRead(): number {
    return this.remembered?.lastRead ?? 0;
  }

  /** What may be uploaded and what the store's staff see; unknown until the first token is there. */
  get limits(): Pick<IssuedToken, 'maxUploadBytes' | 'acceptedTypes' | 'peek' | 'viewedPage'> | undefined {
    return this.issued;
  }

  /** One caller fetches a token, the others wait for the same. */
  token(): Promise<string> {
    this.pending ??= this.validToken().finally(() => { this.pending = undefined; });
    return this.pending;
  }

  take(token: string): void {
    this.current = { token, since: Date.now(), life: (this.issued?.expires_in ?? 0) * 1000 };
  }

  discardToken(): void {
    this.current = undefined;
  }

  /** Lets go of a conversation the service no longer has. */
  forget(): void {
    this.remembered = undefined;
    this.isStarted = false;
    this.current = undefined;
  }

  markRead(sequence: number): void {
    if (this.remembered !== undefined && sequence > this.remembered.lastRead) this.keep({ ...this.remembered, lastRead: sequence });
  }

  private async validToken(): Promise<string> {
    const current = this.current;
    const age = Date.now() - (current?.since ?? 0);
    if (current !== undefined && age < current.life / 2) return current.token;
    if (current !== undefined && age < current.life) {
      try {
        this.take((await this.api.refreshToken(current.token)).token);
        return this.current?.token ?? current.token;
      } catch (error) {
        if (error instanceof ApiError && error.isPassing) return current.token;
      }
    }
    return await this.issue();
  }

  private async issue(): Promise<string> {
    this.issued = await this.issueAs(await this.identity.get());
    const { conversationId, resume, token } = this.issued;
    const known = this.remembered?.conversationId === conversationId ? this.remembered.lastRead : 0;
    this.keep({ conversationId, resume, lastRead: known, lastUsed: Date.now() });
    this.take(token);
    return token;
  }

  /** What cannot be taken up is started anew, and whoever cannot prove who they are is a guest. */
  private async issueAs(identity: string | undefined): Promise<IssuedToken> {
    try {
      return await this.api.issueToken(this.locale, { resume: this.remembered?.resume, identity });
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      if (code === 'ResumeExpired' && this.remembered !== undefined) {
        this.forget();
        return await this.issueAs(identity);
      }
      if (code === 'IdentityRefused' && identity !== undefined) return await this.issueAs(undefined);
      throw error;
    }
  }

  /** Another tab may have read further in the meantime. */
  private keep(remembered: Remembered): void {
    const stored = recall(this.base);
    const elsewhere = stored?.conversationId === remembered.conversationId ? stored.lastRead : 0;
    this.remembered = { ...remembered, lastRead: Math.max(remembered.lastRead, elsewhere) };
    remember(this.base, this.remembered);
  }
}
