import { Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { isProblem } from '../api/problem.ts';
import { Composer } from '../composer/composer.tsx';
import { CustomerPanel } from '../customer/customer-panel.tsx';
import { useMe } from '../session/session.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import { shopperName, useWords } from '../words/words.tsx';
import classes from './conversation.module.css';
import { ConversationHead } from './conversation-head.tsx';
import { rowsOf } from './rows.ts';
import { ThreadLog } from './thread-log.tsx';
import { useConversation, usePending, useReading, useThread } from './use-thread.ts';

interface Properties {
  readonly id: string;
  readonly isPhone: boolean;
  readonly leave: () => void;
  readonly next: () => void;
}

export function ConversationView({ id, isPhone, leave, next }: Properties) {
  const words = useWords();
  const me = useMe();
  const conversation = useConversation(id);
  const thread = useThread(id);
  const pending = usePending(id);
  const [isPanelOpen, panel] = useDisclosure();
  const isWide = useMediaQuery('(min-width: 1240px)', undefined, { getInitialValueInEffect: false });
  const field = useRef<HTMLTextAreaElement>(null);
  useReading(conversation.data, thread.query.data);

  const isMine = conversation.data?.assignee?.id === me.id;
  const unreadFrom = useUnreadMark(isMine ? conversation.data?.unread : 0, thread.query.data?.readTo, thread.query.data !== undefined);
  const items = thread.query.data?.items;
  const rows = useMemo(() => rowsOf(items ?? [], thread.isWhole, unreadFrom, pending), [items, thread.isWhole, unreadFrom, pending]);
  const target = Number(new URLSearchParams(useSearch()).get('m')) || undefined;

  const problem = conversation.error ?? thread.query.error;
  if (conversation.data === undefined || thread.query.data === undefined) {
    return (
      <div className={classes.conversation}>
        {problem === null ? <Waiting /> : isProblem(problem) && problem.status === 404
          ? <Blank icon="inbox" title={words.common.notFound} />
          : <Trouble error={problem} retry={() => { void conversation.refetch(); void thread.query.refetch(); }} />}
      </div>
    );
  }
  const customer = <CustomerPanel conversation={conversation.data} />;
  return (
    <>
      <section className={classes.conversation} aria-label={shopperName(conversation.data.shopper, words)}>
        <ConversationHead conversation={conversation.data} isPhone={isPhone} leave={leave} next={next} focus={() => field.current?.focus()} {...(isWide ? {} : { openPanel: panel.open })} />
        <ThreadLog id={id} rows={rows} target={target} conversation={conversation.data} loadEarlier={thread.loadEarlier} isLoading={thread.isLoading} isWhole={thread.isWhole} />
        <Composer key={id} conversation={conversation.data} field={field} />
      </section>
      {isWide
        ? <aside className={classes.panel} aria-label={words.thread.details}>{customer}</aside>
        : (
          <Drawer opened={isPanelOpen} onClose={panel.close} position="right" size={isPhone ? '100%' : 360} title={words.thread.details} padding={0} closeButtonProps={{ 'aria-label': words.common.close }}>
            {customer}
          </Drawer>
        )}
    </>
  );
}

/** Where the reader had stopped when they opened the conversation; it stays put while new messages come. */
function useUnreadMark(unread: number | undefined, readTo: number | undefined, isLoaded: boolean): number | undefined {
  const [mark, setMark] = useState<number>();
  const isSet = useRef(false);
  useEffect(() => {
    if (isSet.current || !isLoaded || unread === undefined) return;
    isSet.current = true;
    if (unread > 0 && readTo !== undefined) setMark(readTo + 1);
  }, [isLoaded, unread, readTo]);
  return mark;
}
