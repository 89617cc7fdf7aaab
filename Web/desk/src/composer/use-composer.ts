import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useSyncExternalStore, type RefObject } from 'react';
import type { Conversation, DeskSettings } from '../api/conversation.ts';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMe } from '../session/session.ts';
import type { Draft, GivenBack } from '../stream/drafts.ts';
import { useLive } from '../stream/live.tsx';
import type { Kind } from '../stream/outbox.ts';
import { useLanguage } from '../words/words.tsx';
import { fill, type Edit, type Variables } from './rules.ts';

const typingEvery = 2500;

export function useSettings(): DeskSettings | undefined {
  return useQuery({ queryKey: keys.settings, queryFn: () => get<DeskSettings>('/api/desk/settings'), staleTime: Infinity }).data;
}

/** One conversation's draft, and what can be done with it. */
export function useComposer({ id, shopper, customer }: Conversation, field: RefObject<HTMLTextAreaElement | null>) {
  const { drafts, outbox, stream } = useLive();
  const { locale, words } = useLanguage();
  const me = useMe();
  const store = useSettings()?.store[locale];
  const draft: Draft = useSyncExternalStore(drafts.subscribe, () => drafts.of(id));
  const refusal: GivenBack | undefined = useSyncExternalStore(drafts.subscribe, () => drafts.refusal(id));
  const kind: Kind = draft.kind;
  const text = draft.texts[kind] ?? '';
  const told = useRef(0);

  const variables: Variables = {
    'shopper.name': shopper.name ?? customer?.name ?? words.common.nameless,
    'agent.name': me.name,
    store,
    'order.number': customer?.orders[0]?.number,
  };

  /** Says to the shopper, and to colleagues who look at the same conversation, that something is being written. */
  const tellTyping = useCallback(() => {
    if (Date.now() - told.current < typingEvery) return;
    told.current = Date.now();
    stream.tell({ watching: id, composing: true });
    if (kind === 'messages') void post(`/api/desk/conversations/${id}/typing`).catch(() => undefined);
  }, [stream, id, kind]);

  const write = (words: string) => {
    drafts.write(id, kind, words);
    if (words !== '') tellTyping();
  };

  const edit = (change: Edit) => {
    write(change.text);
    // After React has put the new words in.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(change.from, change.to);
    });
  };

  const send = () => {
    void outbox.send(id, kind, text.trim(), draft.files);
    drafts.change(id, { texts: { ...draft.texts, [kind]: '' }, files: [] });
    told.current = 0;
    stream.tell({ watching: id, composing: false });
    field.current?.focus();
  };

  return {
    draft,
    kind,
    text,
    refusal,
    write,
    edit,
    send,
    setKind: (chosen: Kind) => drafts.change(id, { kind: chosen }),
    setFiles: (files: Draft['files']) => drafts.change(id, { files }),
    fill: (words: string) => fill(words, variables),
  };
}
