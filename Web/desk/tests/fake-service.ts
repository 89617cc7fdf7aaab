import type { Agent, Canned, Conversation, ConversationPage, DeskMessage, Filter, MessagePage, Summary } from '../src/api/conversation.ts';
import type { CustomerCard } from '../src/api/customer.ts';
import type { Figures } from '../src/api/floor.ts';
import type { Me } from '../src/api/staff.ts';
import type { Ticket } from '../src/api/ticket.ts';
import { belongs, inView, order, views } from '../src/stream/belongs.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

/** The contract in memory: small, but its answers have the service's shapes. */
export class FakeService {
  readonly conversations = new Map<string, Conversation>();
  readonly messages = new Map<string, DeskMessage[]>();
  readonly calls: Call[] = [];
  agents: Agent[] = [];
  canned: Canned[] = [];
  tickets: Ticket[] = [];
  customers: CustomerCard[] = [];
  figures: Figures = { waiting: 0, longestWaitSeconds: 0, answeredWithin20: 0, answeredWithin100: 0, answeredWithin180: 0, abandoned: 0, answered: 0 };
  extra = new Map<string, unknown>();
  me: Me | undefined;
  readonly member: Me;

  constructor(member: Me) {
    this.member = member;
  }

  answer(method: string, url: string, body: Record<string, unknown> = {}): Answer {
    const { pathname: path, searchParams: query } = new URL(url, 'http://desk.test');
    this.calls.push({ method, path, query, body });
    const name = `${method} ${path}`;
    if (name === 'POST /api/staff/sign-in') return this.signIn(body);
    if (this.me === undefined) return { status: 401, body: { code: 'SignedOut', detail: '' } };
    if (name === 'GET /api/staff/me') return { status: 200, body: this.me };
    if (name === 'PATCH /api/staff/me') return { status: 200, body: (this.me = { ...this.me, ...body }) };
    if (name === 'GET /api/desk/conversations') return { status: 200, body: this.list(query) };
    const [, id, verb] = /^\/api\/desk\/conversations\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (id !== undefined) return this.conversation(method, id, verb, query, body);
    if (this.extra.has(name)) return { status: 200, body: this.extra.get(name) };
    return this.rest(method, path, query);
  }

  add(summary: Summary, said: readonly DeskMessage[], more: Partial<Conversation> = {}): void {
    this.conversations.set(summary.id, { ...summary, createdAt: said[0]?.at ?? new Date().toISOString(), customer: null, page: null, history: [], ...more });
    this.messages.set(summary.id, [...said]);
  }

  private signIn({ password }: Record<string, unknown>): Answer {
    if (password !== 'right') return { status: 401, body: { code: 'SignInFailed', detail: '' } };
    return { status: 200, body: (this.me = this.member) };
  }

  private list(query: URLSearchParams): ConversationPage {
    const filter = Object.fromEntries([...query].filter(([name]) => name !== 'limit' && name !== 'cursor')) as unknown as Filter;
    const all = [...this.conversations.values()];
    const me = this.member.id;
    const counts = Object.fromEntries(views.map((view) => [view, all.filter((item) => item.status === 'open' && inView(item, view, me)).length]));
    return { items: order(all.filter((item) => belongs(item, filter, me)), filter.sort), next: null, counts: counts as ConversationPage['counts'] };
  }

  private conversation(method: string, id: string, verb: string | undefined, query: URLSearchParams, body: Record<string, unknown>): Answer {
    const conversation = this.conversations.get(id);
    if (conversation === undefined) return { status: 404, body: { code: 'NotFound', detail: '' } };
    const said = this.messages.get(id) ?? [];
    if (verb === undefined) return { status: 200, body: conversation };
    if (verb === 'messages' && method === 'GET') return { status: 200, body: this.page(said, conversation, query) };
    if (verb === 'messages' || verb === 'notes' || verb === 'whisper') return this.say(conversation, said, verb, body);
    if (verb === 'typing' || verb === 'read') return { status: 204 };
    const changed = { ...conversation, ...this.change(verb, body), revision: conversation.revision + 1 };
    this.conversations.set(id, changed);
    return { status: 200, body: changed };
  }

  private change(verb: string, body: Record<string, unknown>): Partial<Conversation> {
    switch (verb) {
      case 'claim':
      case 'accept':
      case 'takeover':
        return { owner: 'agent', assignee: this.member, offer: null };
      case 'return':
        return { owner: 'bot', assignee: null };
      case 'resolve':
        return { status: 'resolved' };
      case 'reopen':
        return { status: 'open' };
      case 'snooze':
        return { status: 'snoozed', snoozedUntil: body.until as string | null };
      case 'tags':
        return { tags: body.tags as string[] };
      default:
        return {};
    }
  }

  private page(said: readonly DeskMessage[], { unread }: Conversation, query: URLSearchParams): MessagePage {
    const limit = Number(query.get('limit') ?? 50);
    const before = Number(query.get('before') ?? Infinity);
    const after = query.get('after');
    const items = after === null ? said.filter(({ sequence }) => sequence < before).slice(-limit) : said.filter(({ sequence }) => sequence > Number(after)).slice(0, limit);
    return { items, readTo: (said.at(-1)?.sequence ?? 0) - unread };
  }

  private say(conversation: Conversation, said: DeskMessage[], verb: string, { clientId, text }: Record<string, unknown>): Answer {
    const known = said.find((message) => message.clientId === clientId);
    if (known !== undefined) return { status: 200, body: known };
    if (verb === 'messages' && conversation.assignee?.id !== this.member.id) {
      return { status: 409, body: { code: 'NotYours', detail: '', assignee: conversation.assignee } };
    }
    const message: DeskMessage = {
      sequence: said.length + 1, at: new Date().toISOString(), sender: verb === 'messages' ? 'agent' : 'note', author: this.member, text: String(text),
      textFormat: 'markdown', attachments: [], suggestedActions: [], clientId: String(clientId), whisper: verb === 'whisper',
    };
    this.messages.set(conversation.id, [...said, message]);
    return { status: 201, body: message };
  }

  private rest(method: string, path: string, query: URLSearchParams): Answer {
    const lists: Readonly<Record<string, unknown>> = {
      '/api/desk/agents': this.agents,
      '/api/desk/canned': this.canned,
      '/api/desk/views': [],
      '/api/desk/articles': [],
      '/api/desk/scripts': this.canned.filter(({ stage }) => stage === query.get('stage')),
      '/api/desk/settings': { store: { en: 'Harbour & Hearth', zh: '海港家居' }, peek: false, maxUploadBytes: 10 << 20, acceptedTypes: [] },
      '/api/desk/suggestions': { question: null, articles: [] },
      '/api/desk/floor': { agents: this.agents, waiting: [...this.conversations.values()].filter(({ owner }) => owner === 'queue'), figures: this.figures },
      '/api/tickets': { items: this.tickets, next: null },
      '/api/customers': { items: this.customers, next: null },
    };
    if (method === 'GET' && path in lists) return { status: 200, body: lists[path] };
    const one = [...this.tickets, ...this.customers].find(({ id }) => path === `/api/tickets/${id}` || path === `/api/customers/${id}`);
    if (method === 'GET') return one === undefined ? { status: 404, body: { code: 'NotFound', detail: '' } } : { status: 200, body: one };
    return { status: 204 };
  }
}
