import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Filter } from '../api/conversation.ts';
import { useLive } from '../stream/live.tsx';
import { ConversationView } from '../thread/conversation-view.tsx';
import { Blank } from '../ui/blank.tsx';
import { useKeys } from '../ui/keys.ts';
import { useWords } from '../words/words.tsx';
import { ConversationList } from './conversation-list.tsx';
import classes from './inbox.module.css';
import { startFilter, useList } from './lists.ts';
import { NotificationQuestion } from './notification-question.tsx';
import { OffDuty } from './off-duty.tsx';

export default function InboxPage() {
  const { inbox } = useWords();
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const { stream, announcer } = useLive();
  const [filter, setFilter] = useLocalStorage<Filter>({ key: 'supportbot-desk-filter', defaultValue: startFilter, getInitialValueInEffect: false });
  const list = useList(filter);
  const isPhone = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });

  const open = useCallback((conversation: string) => go(`/inbox/${conversation}`), [go]);
  const move = (step: 1 | -1) => {
    const at = list.items.findIndex((item) => item.id === id);
    const next = list.items[at === -1 ? 0 : at + step];
    if (next !== undefined) open(next.id);
  };
  useKeys({ j: () => move(1), k: () => move(-1), '/': () => go('/search') });

  useEffect(() => {
    announcer.watch(id);
    stream.look({ watching: id ?? null });
    return () => {
      announcer.watch(undefined);
      stream.look({ watching: null });
    };
  }, [announcer, stream, id]);
  const showsAll = filter.view === 'all' || filter.view === 'bot';
  useEffect(() => {
    stream.look({ all: showsAll });
    return () => stream.look({ all: false });
  }, [stream, showsAll]);

  return (
    <div className={classes.inbox}>
      {!(isPhone && id !== undefined) && (
        <section className={classes.list} aria-label={inbox.list}>
          <NotificationQuestion />
          <OffDuty />
          <ConversationList filter={filter} setFilter={setFilter} list={list} chosen={id} open={open} />
        </section>
      )}
      {id === undefined
        ? !isPhone && <div className={classes.thread}><Blank icon="inbox" title={inbox.pick} lead={inbox.pickLead} /></div>
        : <ConversationView key={id} id={id} isPhone={isPhone} leave={() => go('/inbox')} next={() => move(1)} />}
    </div>
  );
}
