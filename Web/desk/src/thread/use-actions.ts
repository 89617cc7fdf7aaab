import { useMutation } from '@tanstack/react-query';
import type { Summary } from '../api/conversation.ts';
import { post, put } from '../api/http.ts';
import { isProblem } from '../api/problem.ts';
import { useLive } from '../stream/live.tsx';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';

export interface Transfer {
  readonly agentId?: string;
  readonly teamId?: string;
  readonly skill?: string;
  readonly note: string;
}

type Verb = 'claim' | 'takeover' | 'transfer' | 'return' | 'resolve' | 'reopen' | 'snooze' | 'assign';

interface Wish {
  readonly verb: Verb;
  readonly body?: object;
  readonly said?: string;
  readonly then?: () => void;
}

/** What can be done with a conversation. The answer is shown at once; the stream tells everybody else. */
export function useActions(id: string) {
  const { cache } = useLive();
  const { actions } = useWords();
  const { done, trouble, warn } = useTell();
  const act = useMutation({
    mutationFn: ({ verb, body }: Wish) => post<Summary>(`/api/desk/conversations/${id}/${verb}`, body),
    onSuccess: (summary, { said, then }) => {
      cache.conversation(summary);
      if (said !== undefined) done(said);
      then?.();
    },
    onError: (error) => {
      if (!isProblem(error, 'Taken', 'NotYours')) return trouble(error);
      warn(error.assignee ? actions.taken(error.assignee.name) : actions.takenByNobody);
    },
  });
  const tag = useMutation({
    mutationFn: (tags: readonly string[]) => put<Summary>(`/api/desk/conversations/${id}/tags`, { tags }),
    onSuccess: (summary) => cache.conversation(summary),
    onError: trouble,
  });
  return {
    isPending: act.isPending,
    claim: (then?: () => void) => act.mutate({ verb: 'claim', ...(then ? { then } : {}) }),
    takeOver: (then?: () => void) => act.mutate({ verb: 'takeover', ...(then ? { then } : {}) }),
    transfer: (transfer: Transfer) => act.mutate({ verb: 'transfer', body: transfer, said: actions.transferred }),
    giveBack: (note: string) => act.mutate({ verb: 'return', body: note === '' ? {} : { note }, said: actions.returned }),
    resolve: (then: () => void) => act.mutate({ verb: 'resolve', said: actions.resolved, then }),
    reopen: () => act.mutate({ verb: 'reopen' }),
    snooze: (until: string | null) => act.mutate({ verb: 'snooze', body: { until }, said: actions.snoozed }),
    assign: (agentId: string) => act.mutate({ verb: 'assign', body: { agentId }, said: actions.assigned }),
    tag: (tags: readonly string[]) => tag.mutate(tags),
  };
}
