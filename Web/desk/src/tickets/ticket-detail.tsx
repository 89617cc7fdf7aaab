import { Button, Drawer, Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { get, patch, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { isProblem } from '../api/problem.ts';
import type { Ticket, TicketLevel } from '../api/ticket.ts';
import { Attachments } from '../thread/attachments.tsx';
import { useMe } from '../session/session.ts';
import { useAgents } from '../shell/presence.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import { Chip } from '../ui/chip.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';
import { Due } from './due.tsx';
import { LevelChip } from './level-chip.tsx';
import { TicketDialogs, type TicketDialog } from './ticket-dialogs.tsx';
import classes from './tickets.module.css';

/** One ticket over the list it was chosen from. */
export function TicketDetail({ id, close }: { readonly id: string; readonly close: () => void }) {
  const { common } = useLanguage().words;
  const ticket = useQuery({ queryKey: keys.ticket(id), queryFn: () => get<Ticket>(`/api/tickets/${id}`) });
  return (
    <Drawer opened onClose={close} position="right" size={560} title={ticket.data?.reference ?? ''} closeButtonProps={{ 'aria-label': common.close }}>
      {ticket.isPending && <Waiting />}
      {ticket.isError && <Trouble error={ticket.error} retry={() => void ticket.refetch()} />}
      {ticket.data !== undefined && <Content ticket={ticket.data} />}
    </Drawer>
  );
}

function Content({ ticket }: { readonly ticket: Ticket }) {
  const { words: { tickets, customer }, dates } = useLanguage();
  const me = useMe();
  const agents = useAgents().data ?? [];
  const queries = useQueryClient();
  const { trouble, warn } = useTell();
  const [dialog, setDialog] = useState<TicketDialog>();
  const [note, setNote] = useState('');
  const { id, version, status } = ticket;
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.ticket(id) });
    void queries.invalidateQueries({ queryKey: keys.tickets });
  };
  const act = useMutation({
    mutationFn: ({ verb, body }: { verb: string; body: object }) => post(`/api/tickets/${id}/${verb}`, body),
    onSuccess: refresh,
    onError: trouble,
  });
  const change = useMutation({
    mutationFn: (level: TicketLevel) => patch(`/api/tickets/${id}`, { level, version }),
    onSuccess: refresh,
    onError: (error) => {
      refresh();
      if (isProblem(error, 'Changed')) warn(customer.changed);
      else trouble(error);
    },
  });
  const addNote = () => {
    act.mutate({ verb: 'notes', body: { text: note.trim() } });
    setNote('');
  };
  const attachmentOf = (file: string, index: number) => ({ contentType: 'image/*', contentUrl: `${location.origin}/api/desk/files/${file}`, name: tickets.file(index + 1) });
  const levels = Object.entries<string>(tickets.levels).map(([value, label]) => ({ value, label }));
  const contact = [ticket.contact.phone, ticket.contact.email, ticket.contact.address].filter((part) => part !== null).join('\n');
  return (
    <div className={classes.detail}>
      <h2 className={classes.title} dir="auto">{ticket.title}</h2>
      <div className={classes.chips}>
        <Chip tone="info">{tickets.kinds[ticket.kind]}</Chip>
        <LevelChip level={ticket.level} />
        <Chip tone={status === 'closed' ? 'calm' : 'plain'}>{tickets.status[status]}</Chip>
        <Due ticket={ticket} />
      </div>
      <div className={classes.pair}>
        <Select label={tickets.owner} placeholder={tickets.unowned} data={agents.map((agent) => ({ value: agent.id, label: agent.name }))} value={ticket.owner?.id ?? null} searchable
          disabled={status === 'closed'} onChange={(ownerId) => ownerId !== null && act.mutate({ verb: 'assign', body: { ownerId } })} />
        <Select label={tickets.level} data={levels} value={ticket.level} allowDeselect={false} disabled={status === 'closed'} onChange={(level) => level !== null && change.mutate(level as TicketLevel)} />
      </div>
      <div className={classes.actions}>
        {status !== 'closed' && ticket.owner?.id !== me.id && <Button size="xs" onClick={() => act.mutate({ verb: 'assign', body: { ownerId: me.id } })}>{tickets.assignMe}</Button>}
        {status !== 'closed' && <Button size="xs" variant="default" onClick={() => setDialog('callBack')}>{tickets.callBack}</Button>}
        {status !== 'closed' && (ticket.department
          ? <Button size="xs" variant="default" onClick={() => act.mutate({ verb: 'hand-back', body: {} })}>{tickets.handBack}</Button>
          : <Button size="xs" variant="default" onClick={() => setDialog('handOver')}>{tickets.handOver}</Button>)}
        {status === 'closed'
          ? <Button size="xs" variant="default" onClick={() => setDialog('reopen')}>{tickets.reopen}</Button>
          : <Button size="xs" variant="default" onClick={() => setDialog('close')}>{tickets.close}</Button>}
      </div>
      <dl className={classes.facts}>
        {ticket.category && <><dt>{tickets.category}</dt><dd dir="auto">{ticket.category}</dd></>}
        {ticket.description && <><dt>{tickets.description}</dt><dd dir="auto">{ticket.description}</dd></>}
        {ticket.wish && <><dt>{tickets.wish}</dt><dd dir="auto">{ticket.wish}</dd></>}
        {contact !== '' && <><dt>{tickets.contact}</dt><dd dir="auto">{contact}</dd></>}
        {ticket.at && <><dt>{tickets.appointment}</dt><dd>{dates.full(new Date(ticket.at))}</dd></>}
        {ticket.orderNumber && <><dt>{tickets.order}</dt><dd dir="auto">{ticket.orderNumber}</dd></>}
        {ticket.files.length > 0 && <><dt>{tickets.files}</dt><dd><Attachments attachments={ticket.files.map(attachmentOf)} /></dd></>}
        {ticket.department && <><dt>{tickets.department}</dt><dd dir="auto">{ticket.department}</dd></>}
        <dt>{tickets.created}</dt><dd>{dates.full(new Date(ticket.createdAt))}</dd>
        {ticket.conversationId && <><dt>{tickets.details}</dt><dd><Link href={`/inbox/${ticket.conversationId}`}>{tickets.conversation}</Link></dd></>}
      </dl>
      <div className={classes.form}>
        <Textarea label={tickets.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} maxRows={8} maxLength={4000} />
        <Button size="xs" variant="default" disabled={note.trim() === ''} onClick={addNote}>{tickets.addNote}</Button>
      </div>
      <section>
        <h3>{tickets.history}</h3>
        <ol className={classes.history}>
          {ticket.history.toReversed().map(({ at, actor, action, detail }, index) => (
            <li key={`${at} ${index}`}>
              <strong dir="auto">{actor?.name ?? tickets.nobody}</strong> {tickets.actions[action] ?? action}
              <time dateTime={at}>{dates.full(new Date(at))}</time>
              {detail && <span className={classes.entry} dir="auto">{detail}</span>}
            </li>
          ))}
        </ol>
      </section>
      <TicketDialogs dialog={dialog} close={() => setDialog(undefined)} act={(verb, body) => act.mutate({ verb, body })} />
    </div>
  );
}
