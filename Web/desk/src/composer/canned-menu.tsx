import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Canned } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useWords } from '../words/words.tsx';
import classes from './canned-menu.module.css';

const most = 8;
const none: readonly Canned[] = [];

export function useCanned() {
  return useQuery({ queryKey: keys.canned, queryFn: () => get<readonly Canned[]>('/api/desk/canned') });
}

/** Prepared replies in the shopper's language that fit what follows the slash: by shortcut first, then by title. */
export function useCannedMatches(query: string | undefined, locale: string | null): readonly Canned[] {
  const { data: replies = none, refetch } = useCanned();
  const isOpen = query !== undefined;

  // Whatever the stream has missed: who opens the list sees what there is now.
  useEffect(() => {
    if (isOpen) void refetch();
  }, [isOpen, refetch]);
  return useMemo(() => {
    if (query === undefined) return none;
    const fitting = replies.filter((reply) => locale?.startsWith(reply.locale) || replies.every((other) => !locale?.startsWith(other.locale)));
    const byShortcut = fitting.filter(({ shortcut }) => shortcut.toLowerCase().startsWith(query));
    const byTitle = fitting.filter((reply) => !byShortcut.includes(reply) && reply.title.toLowerCase().includes(query));
    return [...byShortcut, ...byTitle].slice(0, most);
  }, [replies, query, locale]);
}

interface Properties {
  readonly matches: readonly Canned[];
  readonly chosen: number;
  readonly fill: (text: string) => string;
  readonly take: (reply: Canned) => void;
}

export function CannedMenu({ matches, chosen, fill, take }: Properties) {
  const { composer } = useWords();
  return (
    <ul className={classes.menu} aria-label={composer.canned}>
      {matches.length === 0 && <li className={classes.empty}>{composer.cannedEmpty}</li>}
      {matches.map((reply, index) => (
        <li key={reply.id}>
          <button type="button" className={classes.reply} data-chosen={index === chosen} onMouseDown={(event) => event.preventDefault()} onClick={() => take(reply)}>
            <span className={classes.head}><kbd>/{reply.shortcut}</kbd><bdi>{reply.title}</bdi></span>
            <span className={classes.text} dir="auto">{fill(reply.text)}</span>
          </button>
        </li>
      ))}
      {matches[chosen] !== undefined && <li className="unseen" role="status">{matches[chosen].title}</li>}
    </ul>
  );
}
