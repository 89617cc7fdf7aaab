import type { InfiniteData } from '@tanstack/react-query';
import type { ConversationPage, Filter, Summary } from '../api/conversation.ts';
import { belongs, recount } from './belongs.ts';

export type Listed = InfiniteData<ConversationPage, string | undefined>;

export interface Patched {
  readonly list: Listed;
  /** The counts could be carried on, because the conversation's state before was known. */
  readonly isSure: boolean;
}

/** A list with a conversation's newest state in it. */
export function patchList(list: Listed, summary: Summary, filter: Filter, me: string, known: Summary | undefined): Patched {
  const old = known ?? find(list, summary.id);
  if (old !== undefined && old.revision > summary.revision) return { list, isSure: true };
  const fits = belongs(summary, filter, me);
  const isListed = find(list, summary.id) !== undefined;
  const pages = list.pages.map((page) => ({
    ...page,
    items: fits ? page.items.map((item) => (item.id === summary.id ? summary : item)) : page.items.filter(({ id }) => id !== summary.id),
    counts: old === undefined ? page.counts : recount(page.counts, old, summary, me),
  }));
  const [first, ...rest] = pages;
  if (first !== undefined && fits && !isListed) pages.splice(0, pages.length, { ...first, items: [summary, ...first.items] }, ...rest);
  return { list: { ...list, pages }, isSure: old !== undefined };
}

function find(list: Listed, id: string): Summary | undefined {
  for (const page of list.pages) {
    const found = page.items.find((item) => item.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}
