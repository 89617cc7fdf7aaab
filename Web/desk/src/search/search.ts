import type { Page, SearchHit } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { get } from '../api/http.ts';
import { dayStart } from '../ui/days.ts';
import type { TicketSummary } from '../api/ticket.ts';
import { shopperName, type Words } from '../words/words.tsx';

export type Kind = 'conversations' | 'customers' | 'tickets';

export interface Found {
  readonly path: string;
  readonly title: string;
  readonly snippet: string;
  readonly matches: readonly (readonly [number, number])[];
  readonly at: string;
}

const pageSize = 30;

export async function find(kind: Kind, asked: URLSearchParams, cursor: string | undefined, words: Words): Promise<Page<Found>> {
  const query = { q: asked.get('q') ?? '', limit: pageSize, cursor };
  switch (kind) {
    case 'conversations': {
      const filters = { agent: asked.get('agent') ?? undefined, channel: asked.get('channel') ?? undefined, from: dayStart(asked.get('from'), 0), to: dayStart(asked.get('to'), 1) };
      return shown(await get<Page<SearchHit>>('/api/desk/search', { ...query, ...filters }), (hit) => ({
        path: `/inbox/${hit.id}?m=${hit.sequence}`, title: shopperName({ name: null, id: hit.title }, words), snippet: hit.snippet, matches: hit.matches ?? [], at: hit.at,
      }));
    }
    case 'customers':
      return shown(await get<Page<CustomerCard>>('/api/customers', query), ({ id, name, contacts, createdAt }) => ({
        path: `/customers/${id}`, title: name ?? words.common.nameless, snippet: contacts.map(({ value }) => value).join(' · '), matches: [], at: createdAt,
      }));
    case 'tickets':
      return shown(await get<Page<TicketSummary>>('/api/tickets', query), ({ id, reference, title, kind: what, status, createdAt }) => ({
        path: `/tickets/${id}`, title: `${reference} · ${title}`, snippet: `${words.tickets.kinds[what]} · ${words.tickets.status[status]}`, matches: [], at: createdAt,
      }));
  }
}

function shown<T>({ items, next }: Page<T>, show: (item: T) => Found): Page<Found> {
  return { items: items.map(show), next };
}


const fewest = 2;

/** Two characters are a word in Chinese; a single letter would find everything. */
export function isLongEnough(words: string): boolean {
  return [...words.trim()].length >= fewest;
}

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A snippet cut where its matches begin and end. */
export function pieces(snippet: string, matches: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [start, end] of matches.toSorted(([a], [b]) => a - b)) {
    if (start < at || end <= start || end > snippet.length) continue;
    if (start > at) cut.push({ text: snippet.slice(at, start), isMatch: false });
    cut.push({ text: snippet.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < snippet.length) cut.push({ text: snippet.slice(at), isMatch: false });
  return cut;
}
