import { useEffect } from 'react';
import { useLocation } from 'wouter';
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
  const page = pages.find((known) => path.startsWith(known.path));
  const title = page === undefined ? common.product : `${shell[page.name]} · ${common.product}`;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [title, unread]);
  useEffect(() => {
    announcer.prepare(words, (id) => go(`/inbox/${id}`));
  }, [announcer, words, go]);
  return null;
}
