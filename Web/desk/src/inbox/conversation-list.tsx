import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Filter } from '../api/conversation.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import { useWords } from '../words/words.tsx';
import { BulkBar } from './bulk-bar.tsx';
import classes from './conversation-list.module.css';
import { ConversationRow } from './conversation-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered } from './filters.ts';
import { startFilter, type useList } from './lists.ts';

const rowHeight = 88;

interface Properties {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly list: ReturnType<typeof useList>;
  readonly chosen: string | undefined;
  readonly open: (id: string) => void;
}

export function ConversationList({ filter, setFilter, list, chosen, open }: Properties) {
  const { inbox, common } = useWords();
  const { query, items, counts } = list;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 6, getItemKey: (index) => items[index]?.id ?? index });
  const at = items.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
    // Only when another is chosen: new arrivals must not move the list under the reader.
  }, [chosen]);
  useEffect(() => setSelected(new Set()), [filter]);
  const toggle = useCallback((id: string) => setSelected((before) => {
    const after = new Set(before);
    if (!after.delete(id)) after.add(id);
    return after;
  }), []);

  return (
    <>
      <FilterBar filter={filter} setFilter={setFilter} counts={counts} />
      <div ref={scroller} className={classes.scroller}>
        {query.isPending && <Waiting />}
        {query.isError && items.length === 0 && <Trouble error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && (isFiltered(filter)
          ? (
            <Blank icon="filter" title={inbox.emptyFiltered}>
              <Button variant="default" size="xs" onClick={() => setFilter({ ...startFilter, view: filter.view })}>{inbox.clear}</Button>
            </Blank>
          )
          : <Blank icon={filter.view === 'bot' ? 'robot' : 'check'} title={inbox.empty[filter.view]} lead={inbox.emptyLead[filter.view]} />)}
        <ul className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index];
            return item === undefined ? null : (
              <li key={key} className={classes.place} style={{ transform: `translateY(${start}px)`, height: rowHeight }} aria-setsize={items.length} aria-posinset={index + 1}>
                <ConversationRow summary={item} isChosen={item.id === chosen} isSelected={selected.has(item.id)} isSelecting={selected.size > 0} showsOwner={filter.view === 'all'} open={open} toggle={toggle} />
              </li>
            );
          })}
        </ul>
        {query.hasNextPage && <div className={classes.more}><Button variant="subtle" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{common.loadMore}</Button></div>}
      </div>
      {selected.size > 0 && <BulkBar ids={[...selected]} clear={() => setSelected(new Set())} />}
    </>
  );
}
