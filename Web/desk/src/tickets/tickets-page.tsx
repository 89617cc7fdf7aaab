import { Button, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue, useLocalStorage } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import type { Page as Paged } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { TicketKind, TicketSummary } from '../api/ticket.ts';
import { useMay } from '../session/session.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/words.tsx';
import { DepartmentsDialog } from './departments-dialog.tsx';
import { NewTicket } from './new-ticket.tsx';
import { TicketBoard } from './ticket-board.tsx';
import { TicketDetail } from './ticket-detail.tsx';
import { TicketStatistics } from './ticket-statistics.tsx';
import { TicketTable } from './ticket-table.tsx';
import classes from './tickets.module.css';

interface Filter {
  readonly kind: TicketKind | null;
  readonly owner: 'me' | 'none' | null;
  readonly overdue: boolean;
}

const open: Filter = { kind: null, owner: null, overdue: false };

export default function TicketsPage() {
  const { tickets, common } = useWords();
  const { id } = useParams<{ id?: string }>();
  const from = new URLSearchParams(useSearch()).get('new');
  const [, go] = useLocation();
  const [look, setLook] = useLocalStorage<'board' | 'list'>({ key: 'supportbot-desk-tickets', defaultValue: 'board', getInitialValueInEffect: false });
  const [filter, setFilter] = useState(open);
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  const [isCounting, setCounting] = useState(false);
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 250);
  const query = { kind: filter.kind ?? undefined, owner: filter.owner ?? undefined, overdue: filter.overdue || undefined, q: q || undefined };
  const found = useInfiniteQuery({
    queryKey: keys.ticketList(query),
    queryFn: ({ pageParam }) => get<Paged<TicketSummary>>('/api/tickets', { ...query, limit: 100, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const select = <T extends string>(names: Readonly<Record<T, string>>) => Object.entries<string>(names).map(([value, label]) => ({ value, label }));
  return (
    <Page title={tickets.title} actions={(
      <>
        {may('reports.read') && <Button variant="default" onClick={() => setCounting(true)}>{tickets.statistics}</Button>}
        {may('desk.supervise') && <Button variant="default" onClick={() => setEditing(true)}>{tickets.departments}</Button>}
        {may('tickets.write') && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => go('/tickets?new=')}>{tickets.new}</Button>}
      </>
    )}>
      <div className={classes.filters}>
        <SegmentedControl aria-label={tickets.title} value={look} onChange={(value) => setLook(value as 'board' | 'list')} data={[{ value: 'board', label: tickets.board }, { value: 'list', label: tickets.list }]} />
        <TextInput leftSection={<Icon name="search" size={16} />} aria-label={common.search} placeholder={common.search} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Select aria-label={tickets.kind} placeholder={tickets.kind} clearable data={select(tickets.kinds)} value={filter.kind} onChange={(kind) => setFilter({ ...filter, kind: kind as TicketKind | null })} />
        <Select aria-label={tickets.owner} placeholder={tickets.owner} clearable data={select({ me: tickets.owners.me, none: tickets.owners.none })} value={filter.owner} onChange={(owner) => setFilter({ ...filter, owner: owner as Filter['owner'] })} />
        <Switch label={tickets.overdueOnly} checked={filter.overdue} onChange={(event) => setFilter({ ...filter, overdue: event.currentTarget.checked })} />
      </div>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && <Blank icon="ticket" title={tickets.empty} lead={tickets.emptyLead} />}
      {items.length > 0 && (look === 'board' ? <TicketBoard tickets={items} /> : <TicketTable tickets={items} />)}
      {found.hasNextPage && <Button mt="md" variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button>}
      {isCounting && <TicketStatistics close={() => setCounting(false)} />}
      {isEditing && <DepartmentsDialog close={() => setEditing(false)} />}
      {id !== undefined && <TicketDetail key={id} id={id} close={() => go('/tickets')} />}
      {from !== null && <NewTicket conversationId={from === '' ? undefined : from} close={() => go('/tickets')} opened={(ticket) => go(`/tickets/${ticket.id}`)} />}
    </Page>
  );
}
