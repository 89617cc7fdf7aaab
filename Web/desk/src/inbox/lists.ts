import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ConversationPage, Counts, Filter, Summary } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMay } from '../session/session.ts';
import { order } from '../stream/belongs.ts';

export const startFilter: Filter = { view: 'mine', status: 'open', sort: 'waiting' };

const pageSize = 50;
const nothing: Counts = { mine: 0, unassigned: 0, all: 0, bot: 0 };

export function useList(filter: Filter) {
  const may = useMay();
  const query = useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam }) => get<ConversationPage>('/api/desk/conversations', { ...filter, limit: pageSize, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: may('desk.read'),
  });
  const items = useMemo(() => order(distinct(query.data?.pages.flatMap((page) => page.items) ?? []), filter.sort), [query.data, filter.sort]);
  return { query, items, counts: query.data?.pages[0]?.counts ?? nothing };
}

/** A conversation that moved while pages were fetched may stand on two of them. */
function distinct(items: readonly Summary[]): readonly Summary[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
