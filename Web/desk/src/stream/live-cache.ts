import type { QueryClient } from '@tanstack/react-query';
import type { Agent, Conversation, Filter, MessagePage, Summary, ViewedPage } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Ticket, TicketSummary } from '../api/ticket.ts';
import type { DurableEvent } from './frames.ts';
import { patchList, type Listed } from './patch.ts';
import { add, append, lastSequence, type Thread } from './thread.ts';

const pause = 1500;
const catchUpPage = 100;

/** Carries the stream's events into what the desk has fetched. */
export class LiveCache {
  private readonly queries: QueryClient;
  private readonly me: string;
  private readonly known = new Map<string, Summary>();
  private readonly due = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly catching = new Map<string, Promise<void>>();

  constructor(queries: QueryClient, me: string) {
    this.queries = queries;
    this.me = me;
  }

  take(event: Exclude<DurableEvent, { readonly type: 'message' }>): void {
    switch (event.type) {
      case 'conversation':
        this.conversation(event.summary);
        break;
      case 'ticket':
        this.ticket(event.summary);
        break;
      case 'canned':
        void this.queries.invalidateQueries({ queryKey: keys.canned });
        break;
      case 'agent':
        if (event.agent === undefined) this.soon(keys.agents);
        else this.agent(event.agent.id, event.agent);
        break;
    }
  }

  agent(id: string, change: Partial<Agent>): void {
    const agents = this.queries.getQueryData<readonly Agent[]>(keys.agents);
    if (agents?.some((agent) => agent.id === id) === true) {
      this.queries.setQueryData<readonly Agent[]>(keys.agents, agents.map((agent) => (agent.id === id ? { ...agent, ...change } : agent)));
    } else {
      this.soon(keys.agents);
    }
  }

  /** After a time without events: what is shown is fetched again, and threads go on from their last message. */
  refresh(): void {
    this.known.clear();
    this.catchUpAll();
    void this.queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'messages' && queryKey[0] !== 'me' });
  }

  /** Threads in view go on from their last message; the others are fetched anew when they are opened. */
  catchUpAll(): void {
    for (const query of this.queries.getQueryCache().findAll({ queryKey: ['messages'] })) {
      if (query.isActive()) void this.catchUp(String(query.queryKey[1]));
      else this.queries.removeQueries({ queryKey: query.queryKey });
    }
  }

  /** The newest state of a conversation, from an event or from the answer to one's own doing, whichever comes first. */
  conversation(summary: Summary): void {
    const held = this.queries.getQueryData<Conversation>(keys.conversation(summary.id));
    const known = this.known.get(summary.id) ?? held;
    if (known !== undefined && known.revision > summary.revision) return;
    for (const query of this.queries.getQueryCache().findAll({ queryKey: keys.conversations })) {
      const list = query.state.data as Listed | undefined;
      const filter = query.queryKey[1] as Filter | undefined;
      if (list === undefined || filter === undefined) continue;
      const patched = patchList(list, summary, filter, this.me, known);
      this.queries.setQueryData(query.queryKey, patched.list);
      if (!patched.isSure) this.soon(query.queryKey);
    }
    if (held !== undefined) this.queries.setQueryData<Conversation>(keys.conversation(summary.id), { ...held, ...summary });
    this.known.set(summary.id, summary);
    const thread = this.queries.getQueryData<Thread>(keys.messages(summary.id));
    // Its messages come before it; where they did not, this page was not known to be looking.
    if (thread !== undefined && summary.last !== null && summary.last.sequence > lastSequence(thread)) void this.catchUp(summary.id);
  }

  page(id: string, page: ViewedPage): void {
    this.queries.setQueryData<Conversation>(keys.conversation(id), (held) => held && { ...held, page });
  }

  message(id: string, message: Thread['items'][number]): void {
    const held = this.queries.getQueryData<Thread>(keys.messages(id));
    if (held === undefined) return;
    const { thread, outcome } = add(held, message);
    if (outcome === 'added') this.queries.setQueryData(keys.messages(id), thread);
    if (outcome === 'gap') void this.catchUp(id);
    if (message.sender === 'shopper') void this.queries.invalidateQueries({ queryKey: keys.suggestions(id) });
  }

  /** One at a time for each thread; whoever asks meanwhile waits for the same. */
  catchUp(id: string): Promise<void> {
    const going = this.catching.get(id) ?? this.fetchMissing(id).finally(() => this.catching.delete(id));
    this.catching.set(id, going);
    return going;
  }

  private async fetchMissing(id: string): Promise<void> {
    for (;;) {
      const held = this.queries.getQueryData<Thread>(keys.messages(id));
      if (held === undefined) return;
      const page = await get<MessagePage>(`/api/desk/conversations/${id}/messages`, { after: lastSequence(held), limit: catchUpPage })
        .catch(() => undefined);
      // The stream's next state, or the reader, asks again.
      if (page === undefined) return;
      this.queries.setQueryData<Thread>(keys.messages(id), (thread) => thread && append(thread, page.items));
      if (page.items.length < catchUpPage) return;
    }
  }

  private ticket(summary: TicketSummary): void {
    const held = this.queries.getQueryData<Ticket>(keys.ticket(summary.id));
    if (held !== undefined && held.version < summary.version) void this.queries.invalidateQueries({ queryKey: keys.ticket(summary.id) });
    this.soon(keys.tickets);
  }

  /** Many events in a row cost one call. */
  private soon(key: readonly unknown[]): void {
    const name = JSON.stringify(key);
    if (this.due.has(name)) return;
    this.due.set(name, setTimeout(() => {
      this.due.delete(name);
      void this.queries.invalidateQueries({ queryKey: key });
    }, pause));
  }
}
