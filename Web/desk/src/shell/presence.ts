import { useMutation, useQuery } from '@tanstack/react-query';
import type { Agent, PresenceState } from '../api/conversation.ts';
import { get, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMay, useMe } from '../session/session.ts';
import { useLive } from '../stream/live.tsx';
import { allowSound } from '../stream/voice.ts';
import { useTell } from '../ui/tell.ts';

export const presenceStates: readonly PresenceState[] = ['on', 'busy', 'away', 'off'];

export function useAgents() {
  const may = useMay();
  return useQuery({ queryKey: keys.agents, queryFn: () => get<readonly Agent[]>('/api/desk/agents'), enabled: may('desk.read') });
}

export function useOwnPresence(): { readonly state: PresenceState; readonly set: (state: PresenceState) => void } {
  const { id } = useMe();
  const { cache } = useLive();
  const { trouble } = useTell();
  const agents = useAgents();
  const state = agents.data?.find((agent) => agent.id === id)?.state ?? 'off';
  const change = useMutation({
    mutationFn: (wanted: PresenceState) => put<void>('/api/desk/presence', { state: wanted }),
    onMutate: (wanted) => cache.agent(id, { state: wanted }),
    onError: (error) => {
      trouble(error);
      void agents.refetch();
    },
  });
  return {
    state,
    set: (wanted) => {
      allowSound();
      change.mutate(wanted);
    },
  };
}
