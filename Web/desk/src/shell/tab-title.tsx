import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { startFilter, useList } from '../inbox/lists.ts';
import { useMineUnread } from '../inbox/mine.ts';
import { useLive } from '../stream/live.tsx';
import { useWords } from '../words/words.tsx';
import { pages } from './pages.ts';

/** The tab's title names the page and counts what is unread, also while another tab is looked at. */
export function TabTitle() {
  const words = useWords();
  const { shell, common } = words;
  const { announcer } = useLive();
  const [path, go] = useLocation();
  const unread = useMineUnread();
  const mine = useList(startFilter).items;
  const page = pages.find((known) => path.startsWith(known.path));
  const title = page === undefined ? common.product : `${shell[page.name]} · ${common.product}`;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [title, unread]);
  useEffect(() => {
    const open = (id: string) => go(`/inbox/${id}`);
    const show = (title: string, name: string, id: string) => {
      notifications.show({
        id, title, withBorder: true, color: 'pine', autoClose: 12_000,
        message: <span><bdi>{name}</bdi> <Button size="compact-xs" ml="xs" onClick={() => { notifications.hide(id); open(id); }}>{words.offer.open}</Button></span>,
      });
    };
    announcer.prepare(words, show, open);
  }, [announcer, words, go]);
  useEffect(() => announcer.known(mine), [announcer, mine, words]);
  return null;
}
