import type { Person, Summary } from '../api/conversation.ts';
import type { FleetingEvent } from './frames.ts';

export interface PendingOffer {
  readonly conversationId: string;
  readonly until: string;
  readonly summary: Summary;
}

/** What is true only just now. */
export interface Moment {
  /** By conversation: who writes on the other side. */
  readonly typing: ReadonlySet<string>;
  /** By conversation: the colleague who writes there as well. */
  readonly composing: ReadonlyMap<string, Person>;
  readonly peeks: ReadonlyMap<string, string>;
  readonly offers: readonly PendingOffer[];
}

const shown = 4500;
const nothing: Moment = { typing: new Set(), composing: new Map(), peeks: new Map(), offers: [] };

/** Forgets each by itself after a few seconds, as the other side repeats it while it lasts. */
export class Moments {
  private current = nothing;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private readonly me: string;

  constructor(me: string) {
    this.me = me;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Moment => this.current;

  take(event: FleetingEvent): void {
    switch (event.type) {
      case 'typing':
        if (event.who === 'shopper') this.typing(event.conversationId);
        break;
      case 'composing':
        if (event.agent.id !== this.me) this.composing(event.conversationId, event.agent, event.composing);
        break;
      case 'peek':
        this.change({ peeks: new Map(this.current.peeks).set(event.conversationId, event.text) });
        this.later(`peek ${event.conversationId}`, () => this.change({ peeks: without(this.current.peeks, event.conversationId) }));
        break;
      case 'offer':
        this.offer(event);
        break;
      case 'message':
      case 'presence':
      case 'floor':
      case 'page':
        break;
    }
  }

  offer({ conversationId, until, summary }: PendingOffer): void {
    this.change({ offers: [...this.current.offers.filter((known) => known.conversationId !== conversationId), { conversationId, until, summary }] });
  }

  /** A conversation moved on: an offer that is not ours any more goes, one that we did not hear of comes. */
  moved(summary: Summary): void {
    const isMine = summary.offer?.agentId === this.me;
    const isKnown = this.current.offers.some(({ conversationId }) => conversationId === summary.id);
    if (isMine && summary.offer !== null && !isKnown) this.offer({ conversationId: summary.id, until: summary.offer.until, summary });
    if (!isMine && isKnown) this.withdraw(summary.id);
  }

  withdraw(conversationId: string): void {
    this.change({ offers: this.current.offers.filter((known) => known.conversationId !== conversationId) });
  }

  /** The shopper's message is there; they are not typing it any more. */
  said(conversationId: string): void {
    const typing = new Set(this.current.typing);
    if (typing.delete(conversationId)) this.change({ typing, peeks: without(this.current.peeks, conversationId) });
  }

  private typing(id: string): void {
    if (!this.current.typing.has(id)) this.change({ typing: new Set(this.current.typing).add(id) });
    this.later(`typing ${id}`, () => {
      const typing = new Set(this.current.typing);
      typing.delete(id);
      this.change({ typing });
    });
  }

  private composing(id: string, agent: Person, isComposing: boolean): void {
    if (!isComposing) return this.change({ composing: without(this.current.composing, id) });
    this.change({ composing: new Map(this.current.composing).set(id, agent) });
    this.later(`composing ${id}`, () => this.change({ composing: without(this.current.composing, id) }));
  }

  private later(name: string, forget: () => void): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(forget, shown));
  }

  private change(change: Partial<Moment>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
