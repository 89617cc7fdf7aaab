import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { TicketCount } from '../api/ticket.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { dayAgo, dayStart } from '../ui/days.ts';
import { useWords } from '../words/words.tsx';
import classes from './tickets.module.css';

const usualDays = 30;

/** How many tickets of which sort there were, whose they were, and how they went. */
export function TicketStatistics({ close }: { readonly close: () => void }) {
  const { tickets, search } = useWords();
  const [from, setFrom] = useState(dayAgo(usualDays - 1));
  const [to, setTo] = useState(dayAgo(0));
  const span = { from: dayStart(from, 0), to: dayStart(to, 1) };
  const counts = useQuery({ queryKey: keys.ticketCounts(span), queryFn: () => get<readonly TicketCount[]>('/api/tickets/statistics', span), enabled: from !== '' && to !== '' });
  return (
    <Modal opened onClose={close} title={tickets.statistics} size="xl">
      <div className={classes.filters}>
        <TextInput type="date" label={search.from} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput type="date" label={search.to} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      {counts.isPending && <Waiting />}
      {counts.isError && <Trouble error={counts.error} retry={() => void counts.refetch()} />}
      {counts.data?.length === 0 && <Blank icon="ticket" title={tickets.empty} lead={tickets.statisticsLead} />}
      {counts.data !== undefined && counts.data.length > 0 && <Counts rows={counts.data} />}
    </Modal>
  );
}

const sums = ['opened', 'closed', 'closedLate', 'escalated'] as const;

function Counts({ rows }: { readonly rows: readonly TicketCount[] }) {
  const { tickets } = useWords();
  const sum = (name: (typeof sums)[number]) => rows.reduce((all, row) => all + row[name], 0);
  return (
    <div className={cards.frame} tabIndex={0}>
      <table className={cards.table}>
        <thead>
          <tr>
            <th scope="col">{tickets.kind}</th>
            <th scope="col">{tickets.category}</th>
            <th scope="col">{tickets.owner}</th>
            {sums.map((name) => <th key={name} scope="col" className={classes.number}>{tickets.counted[name]}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.category} ${row.ownerId ?? ''}`}>
              <td>{tickets.kinds[row.kind]}</td>
              <td dir="auto">{row.category}</td>
              <td dir="auto">{row.ownerName ?? <span className={cards.quiet}>{tickets.unowned}</span>}</td>
              {sums.map((name) => <td key={name} className={classes.number}>{row[name]}</td>)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>{tickets.total}</th>
            {sums.map((name) => <td key={name} className={classes.number}><strong>{sum(name)}</strong></td>)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
