import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Summary } from '../api/conversation.ts';
import { keys } from '../api/keys.ts';
import { post, put } from '../api/http.ts';
import { isProblem } from '../api/problem.ts';
import { useLive } from '../stream/live.tsx';
import { lastSequence, type Thread } from '../stream/thread.ts';
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

/**
 * What can be done with a conversation. The answer is shown at once; the stream tells everybody else. Letting it go names the last
 * message seen, so that nobody turns away from words they have not read.
 */
export function useActions(id: string) {
  const queries = useQueryClient();
  const { cache, announcer } = useLive();
  const { actions } = useWords();
  const { done, trouble, warn } = useTell();
  const act = useMutation({
    mutationFn: ({ verb, body }: Wish) => post<Summary>(`/api/desk/conversations/${id}/${verb}`, body),
    onMutate: () => announcer.expect(id),
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
  const seen = () => {
    const thread = queries.getQueryData<Thread>(keys.messages(id));
    return thread === undefined ? {} : { seen: lastSequence(thread) };
  };
  return {
    isPending: act.isPending,
    claim: (then?: () => void) => act.mutate({ verb: 'claim', ...(then ? { then } : {}) }),
    takeOver: (then?: () => void) => act.mutate({ verb: 'takeover', ...(then ? { then } : {}) }),
    transfer: (transfer: Transfer) => act.mutate({ verb: 'transfer', body: transfer, said: actions.transferred }),
    giveBack: (note: string) => act.mutate({ verb: 'return', body: { ...(note === '' ? {} : { note }), ...seen() }, said: actions.returned }),
    resolve: (then: () => void) => act.mutate({ verb: 'resolve', body: seen(), said: actions.resolved, then }),
    reopen: () => act.mutate({ verb: 'reopen' }),
    snooze: (until: string | null) => act.mutate({ verb: 'snooze', body: { until, ...seen() }, said: actions.snoozed }),
    assign: (agentId: string) => act.mutate({ verb: 'assign', body: { agentId }, said: actions.assigned }),
    tag: (tags: readonly string[]) => tag.mutate(tags),
  };
}
