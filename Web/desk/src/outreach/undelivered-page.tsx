import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Page as Paged } from '../api/conversation.ts';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Undelivered } from '../api/outreach.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { shopperName, useLanguage } from '../words/words.tsx';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';
import { Suppressions } from './suppressions.tsx';
import { SureDialog } from './sure-dialog.tsx';

export default function UndeliveredPage() {
  const { undelivered } = useOutreachWords();
  const { words: { common } } = useLanguage();
  const found = useInfiniteQuery({
    queryKey: keys.undelivered,
    queryFn: ({ pageParam }) => get<Paged<Undelivered>>('/api/outreach/failed', { limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const selected = rows.filter(({ id }) => chosen.has(id));
  return (
    <OutreachPage title={undelivered.title} lead={undelivered.lead} actions={rows.length > 0 && (
      <>
        <span className={table.quiet} role="status">{undelivered.selected(selected.length)}</span>
        <Button disabled={selected.length === 0} onClick={() => setAsking(true)}>{undelivered.replay}</Button>
      </>
    )}>
      {found.isPending && <Waiting />}
      {found.isError && rows.length === 0 && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && rows.length === 0 && <Blank icon="check" title={undelivered.empty} lead={undelivered.emptyLead} />}
      {rows.length > 0 && <Table rows={rows} chosen={chosen} setChosen={setChosen} />}
      {found.hasNextPage && <div className={table.more}><Button variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button></div>}
      <Suppressions />
      {isAsking && <Replay rows={selected} close={() => setAsking(false)} replayed={() => setChosen(new Set())} />}
    </OutreachPage>
  );
}

interface TableProperties {
  readonly rows: readonly Undelivered[];
  readonly chosen: ReadonlySet<number>;
  readonly setChosen: (chosen: ReadonlySet<number>) => void;
}

function Table({ rows, chosen, setChosen }: TableProperties) {
  const { outreach, undelivered } = useOutreachWords();
  const { words, dates } = useLanguage();
  const isAll = rows.every(({ id }) => chosen.has(id));
  const toggle = (id: number) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id]));
  return (
    <div className={table.frame} tabIndex={0} role="region" aria-label={undelivered.title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col"><Checkbox aria-label={undelivered.selectAll} checked={isAll} indeterminate={!isAll && chosen.size > 0} onChange={() => setChosen(new Set(isAll ? [] : rows.map(({ id }) => id)))} /></th>
            <th scope="col">{undelivered.customer}</th>
            <th scope="col">{undelivered.status}</th>
            <th scope="col" className={table.hideable}>{undelivered.campaign}</th>
            <th scope="col" className={table.hideable}>{undelivered.channel}</th>
            <th scope="col" className={table.hideable}>{undelivered.attempts}</th>
            <th scope="col" className={table.hideable}>{undelivered.when}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = shopperName({ id: row.customerId, name: row.customerName }, words);
            return (
              <tr key={row.id}>
                <td><Checkbox aria-label={undelivered.select(name)} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} /></td>
                <td><Link href={`/customers/${row.customerId}`} dir="auto">{name}</Link></td>
                <td><Chip tone={row.status === 'dead' ? 'alarm' : 'warm'} title={undelivered.statusHints[row.status]}>{undelivered.statuses[row.status]}</Chip><br /><span className={classes.small} dir="auto">{row.error}</span></td>
                <td className={table.hideable} dir="auto"><Link href={`/campaigns/${row.campaignId}`}>{row.campaignName}</Link></td>
                <td className={table.hideable}>{outreach.reaches[row.channel]}</td>
                <td className={table.hideable}>{row.attempts}</td>
                <td className={table.hideable}><time dateTime={row.at}>{dates.full(new Date(row.at))}</time></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface ReplayProperties {
  readonly rows: readonly Undelivered[];
  readonly close: () => void;
  readonly replayed: () => void;
}

function Replay({ rows, close, replayed }: ReplayProperties) {
  const { undelivered } = useOutreachWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const replay = useMutation({
    mutationFn: () => post<{ replayed: number }>('/api/outreach/failed/replay', { ids: rows.map(({ id }) => id) }),
    onSuccess: ({ replayed: count }) => {
      done(undelivered.replayed(count));
      replayed();
    },
    onError: trouble,
    onSettled: () => {
      close();
      return queries.invalidateQueries({ queryKey: keys.undelivered });
    },
  });
  const unknown = rows.filter(({ status }) => status === 'unknown').length;
  return (
    <SureDialog title={undelivered.replayTitle} verb={undelivered.replay} isBusy={replay.isPending} close={close} act={() => replay.mutate()}>
      <p>{undelivered.replayLead(rows.length)} {unknown > 0 && undelivered.replayUnknown(unknown)}</p>
    </SureDialog>
  );
}
