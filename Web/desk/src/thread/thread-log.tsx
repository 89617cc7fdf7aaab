import { Button, Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Conversation } from '../api/conversation.ts';
import { useMoment } from '../stream/live.tsx';
import { Icon } from '../ui/icon.tsx';
import { shopperName, useWords } from '../words/words.tsx';
import { RowView } from './row-view.tsx';
import type { Row } from './rows.ts';
import classes from './thread-log.module.css';

interface Properties {
  readonly id: string;
  readonly rows: readonly Row[];
  /** The message a link points at. */
  readonly target: number | undefined;
  readonly conversation: Conversation;
  readonly loadEarlier: () => Promise<void>;
  readonly isLoading: boolean;
  readonly isWhole: boolean;
}

const nearEnd = 80;
const nearStart = 160;

export function ThreadLog({ id, rows, target, conversation, loadEarlier, isLoading, isWhole }: Properties) {
  const words = useWords();
  const { thread } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(target === undefined);
  const lastTop = useRef(0);
  const [showsLatest, setShowsLatest] = useState(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'message' ? 72 : 40),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const size = virtual.getTotalSize();
  const isTyping = useMoment(({ typing }) => typing.has(id));
  const peek = useMoment(({ peeks }) => peeks.get(id));

  // New messages keep the end in view for whoever reads there; whoever reads further up is told instead.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box !== null && isAtEnd.current) box.scrollTop = box.scrollHeight;
  }, [size, rows.length, isTyping, peek]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const resized = new ResizeObserver(() => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    });
    resized.observe(box);
    return () => resized.disconnect();
  }, []);
  const lastKey = rows.at(-1)?.key;
  useEffect(() => {
    if (!isAtEnd.current) setShowsLatest(true);
  }, [lastKey]);

  useKeepPlace(rows, virtual, scroller);
  useTarget(target, rows, virtual, loadEarlier, isWhole);

  const scrolled = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    // Rows that turn out taller than thought move the end away; only a reader who scrolls up leaves it.
    const isNearEnd = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
    if (isNearEnd) isAtEnd.current = true;
    else if (box.scrollTop < lastTop.current) isAtEnd.current = false;
    lastTop.current = box.scrollTop;
    if (isAtEnd.current) setShowsLatest(false);
    if (box.scrollTop < nearStart && !isWhole && !isLoading) void loadEarlier();
  }, [isWhole, isLoading, loadEarlier]);
  const toEnd = () => {
    isAtEnd.current = true;
    setShowsLatest(false);
    virtual.scrollToIndex(rows.length - 1, { align: 'end' });
  };

  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.scroller} onScroll={scrolled} role="log" aria-label={thread.log} aria-live="off" tabIndex={0}>
        {!isWhole && <div className={classes.earlier}>{isLoading ? <Loader size="xs" /> : <Button size="compact-xs" variant="subtle" onClick={() => void loadEarlier()}>{thread.earlier}</Button>}</div>}
        <div className={classes.rows} style={{ height: size }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div key={key} ref={virtual.measureElement} data-index={index} className={classes.place} style={{ transform: `translateY(${start}px)` }}>
                <RowView row={row} conversation={conversation} isTarget={row.kind === 'message' && row.message.sequence === target} />
              </div>
            );
          })}
        </div>
        {isTyping && !peek && <p className={classes.typing}><span className={classes.dots} aria-hidden="true"><i /><i /><i /></span><bdi>{thread.shopperTyping(shopperName(conversation.shopper, words))}</bdi></p>}
        {peek !== undefined && peek !== '' && <p className={classes.peek} dir="auto"><strong>{thread.peek}</strong> {peek}</p>}
      </div>
      <LastHeard rows={rows} />
      {showsLatest && <Button className={classes.latest} size="compact-sm" radius="xl" leftSection={<Icon name="down" size={14} />} onClick={toEnd}>{thread.latest}</Button>}
    </div>
  );
}

/** Earlier messages come in above; what is being read stays where it is. */
function useKeepPlace(rows: readonly Row[], virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>, scroller: { readonly current: HTMLDivElement | null }) {
  const first = rows.find(({ kind }) => kind === 'message' || kind === 'activity')?.key;
  const before = useRef(first);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = first;
    if (old === undefined || old === first) return;
    const index = rows.findIndex(({ key }) => key === old);
    const offset = virtual.getOffsetForIndex(index, 'start')?.[0];
    if (index > 0 && offset !== undefined && scroller.current !== null) scroller.current.scrollTop += offset;
  }, [first]);
}

function useTarget(target: number | undefined, rows: readonly Row[], virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>, loadEarlier: () => Promise<void>, isWhole: boolean) {
  const shown = useRef<number>(undefined);
  useEffect(() => {
    if (target === undefined || shown.current === target) return;
    const index = rows.findIndex((row) => row.kind === 'message' && row.message.sequence === target);
    if (index >= 0) {
      shown.current = target;
      virtual.scrollToIndex(index, { align: 'center' });
    } else if (!isWhole) {
      void loadEarlier();
    }
  }, [target, rows, virtual, loadEarlier, isWhole]);
}

/** Reads the shopper's newest message out once; the log itself would repeat itself while it is scrolled. */
function LastHeard({ rows }: { readonly rows: readonly Row[] }) {
  const last = rows.findLast((row) => row.kind === 'message' && row.message.sender === 'shopper');
  return <p className="unseen" role="status">{last?.kind === 'message' ? last.message.text : ''}</p>;
}
