import { ApiError } from '../directline/api-error.ts';
import { backoff } from '@supportbot/shared/backoff.ts';
import type { Outgoing } from './message.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import type { Delivery } from './transcript.ts';

export interface OutboxPort {
  readonly isOnline: boolean;
  send(message: Outgoing): Promise<unknown>;
  /** No answer came: the connection has to prove itself before the next attempt. */
  suspectConnection(): void;
  discardToken(): void;
  delivered(clientId: string, delivery: Delivery): void;
}

const mostAttempts = 5;

/** Sends the shopper's messages one after the other, in the order they were written, under unchanging client ids. */
export class Outbox {
  private readonly storage: OutboxStorage;
  private readonly port: OutboxPort;
  private readonly waiting: { readonly message: Outgoing; attempts: number }[] = [];
  private readonly failed = new Map<string, Outgoing>();
  private isRunning = false;

  constructor(storage: OutboxStorage, port: OutboxPort) {
    this.storage = storage;
    this.port = port;
  }

  /** Files are not kept over a reload, so leaving the page now would lose some. */
  get holdsFiles(): boolean {
    return this.waiting.some(({ message }) => message.files.length > 0);
  }

  /** What an earlier page left unsent, in order. */
  restore(): readonly Outgoing[] {
    const messages = this.storage.all();
    for (const message of messages) this.waiting.push({ message, attempts: 0 });
    return messages;
  }

  add(message: Outgoing): void {
    this.storage.keep(message, Date.now());
    this.waiting.push({ message, attempts: 0 });
    void this.run();
  }

  retry(clientId: string): void {
    const message = this.failed.get(clientId);
    if (message === undefined) return;
    this.failed.delete(clientId);
    this.waiting.push({ message, attempts: 0 });
    this.port.delivered(clientId, 'queued');
    void this.run();
  }

  /** Stored by the service, whether its answer or the echo says so. */
  confirm(clientId: string): void {
    const index = this.waiting.findIndex(({ message }) => message.clientId === clientId);
    if (index >= 0) this.waiting.splice(index, 1);
    this.failed.delete(clientId);
    this.storage.drop(clientId);
    this.port.delivered(clientId, 'sent');
  }

  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (let next = this.waiting[0]; next !== undefined && this.port.isOnline; next = this.waiting[0]) {
        next.attempts++;
        await this.attempt(next.message, next.attempts);
      }
    } finally {
      this.isRunning = false;
    }
  }

  private async attempt(message: Outgoing, attempts: number): Promise<void> {
    const { clientId } = message;
    this.port.delivered(clientId, 'sending');
    try {
      await this.port.send(message);
      this.confirm(clientId);
    } catch (error) {
      const problem = error instanceof ApiError ? error : new ApiError(0);
      if (problem.isTokenRefused) this.port.discardToken();
      if ((problem.isPassing || problem.isTokenRefused) && attempts < mostAttempts) await this.wait(clientId, problem, attempts);
      else this.giveUp(message, problem);
    }
  }

  private async wait(clientId: string, problem: ApiError, attempts: number): Promise<void> {
    this.port.delivered(clientId, 'queued');
    if (problem.status === 0) this.port.suspectConnection();
    else if (problem.isPassing) await new Promise((resolve) => setTimeout(resolve, problem.retryAfter ?? backoff(attempts - 1)));
  }

  /** The echo may have confirmed the message while its call was failing. */
  private giveUp(message: Outgoing, problem: ApiError): void {
    if (this.waiting[0]?.message !== message) return;
    this.waiting.shift();
    if (problem.isPassing || problem.isTokenRefused) {
      this.failed.set(message.clientId, message);
      this.port.delivered(message.clientId, 'failed');
    } else {
      // The service has looked at it and said no: the same message will never do.
      this.storage.drop(message.clientId);
      this.port.delivered(message.clientId, problem.status === 413 ? 'tooLarge' : 'refused');
    }
  }
}
