import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Conversation, MessagePage } from '../api/conversation.ts';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMe } from '../session/session.ts';
import { useLive } from '../stream/live.tsx';
import type { Outgoing } from '../stream/outbox.ts';
import { isWhole, lastSequence, open, pageSize, prepend, type Thread } from '../stream/thread.ts';

export function useConversation(id: string) {
  return useQuery({ queryKey: keys.conversation(id), queryFn: () => get<Conversation>(`/api/desk/conversations/${id}`) });
}

export function useThread(id: string) {
  const queries = useQueryClient();
  const [isLoading, setLoading] = useState(false);
  const query = useQuery({
    queryKey: keys.messages(id),
    queryFn: async () => open(await get<MessagePage>(`/api/desk/conversations/${id}/messages`, { limit: pageSize })),
    // Fetched once; from then on the stream brings what is new, and a gap is filled from the last message known.
    staleTime: Infinity,
  });
  const { cache } = useLive();
  // While nobody looked, the stream may not have brought its messages.
  useEffect(() => void cache.catchUp(id), [cache, id]);
  const first = query.data?.items[0]?.sequence;
  const loadEarlier = useCallback(async () => {
    if (first === undefined || first <= 1) return;
    setLoading(true);
    const page = await get<MessagePage>(`/api/desk/conversations/${id}/messages`, { before: first, limit: pageSize }).catch(() => undefined);
    if (page !== undefined) queries.setQueryData<Thread>(keys.messages(id), (thread) => thread && prepend(thread, page.items));
    setLoading(false);
  }, [queries, id, first]);
  return { query, loadEarlier, isLoading, isWhole: query.data !== undefined && isWhole(query.data) };
}

const none: readonly Outgoing[] = [];

/** What is on its way in one conversation. */
export function usePending(id: string): readonly Outgoing[] {
  const { outbox } = useLive();
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  return waiting.length === 0 ? none : waiting.filter(({ conversationId }) => conversationId === id);
}

/** Tells the service how far one's own conversation has been read, while it is really being looked at. */
export function useReading(conversation: Conversation | undefined, thread: Thread | undefined): void {
  const me = useMe();
  const last = thread === undefined ? 0 : lastSequence(thread);
  const id = conversation?.id;
  const isDue = conversation !== undefined && conversation.assignee?.id === me.id && conversation.unread > 0 && last > 0;
  useEffect(() => {
    if (!isDue || id === undefined) return;
    const read = () => {
      // Should it fail, the next message asks again.
      if (document.visibilityState === 'visible') void post(`/api/desk/conversations/${id}/read`, { sequence: last }).catch(() => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [isDue, id, last]);
}
