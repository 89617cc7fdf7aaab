import { Button, FileButton, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Conversation } from '../api/conversation.ts';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { NewTicket as Wanted, Ticket, TicketKind, TicketLevel } from '../api/ticket.ts';
import { FileList } from '../composer/file-list.tsx';
import { useFiles } from '../composer/use-files.ts';
import type { Draft } from '../stream/drafts.ts';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';
import classes from './tickets.module.css';

interface Properties {
  readonly conversationId: string | undefined;
  readonly close: () => void;
  readonly opened: (ticket: Ticket) => void;
}

const blank: Wanted = { kind: 'complaint', level: 'general', category: '', title: '', description: '', wish: '', orderNumber: '' };

export function NewTicket({ conversationId, close, opened }: Properties) {
  const { tickets, composer } = useWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const conversation = conversationId === undefined ? undefined : queries.getQueryData<Conversation>(keys.conversation(conversationId));
  const [wanted, setWanted] = useState<Wanted>({ ...blank, description: conversation?.summary ?? '', orderNumber: conversation?.customer?.orders[0]?.number ?? '' });
  const [files, setFiles] = useState<Draft['files']>([]);
  const uploads = useFiles(files, setFiles);
  const set = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change });
  const create = useMutation({
    mutationFn: () => post<Ticket>('/api/tickets', {
      ...wanted,
      wish: wanted.wish || undefined,
      orderNumber: wanted.orderNumber || undefined,
      files: files.map(({ fileId }) => fileId),
      conversationId,
      customerId: conversation?.shopper.customerId ?? undefined,
    }),
    onSuccess: (ticket) => {
      done(tickets.opened(ticket.reference));
      void queries.invalidateQueries({ queryKey: keys.tickets });
      opened(ticket);
    },
    onError: trouble,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const select = <T extends string>(names: Readonly<Record<T, string>>) => Object.entries<string>(names).map(([value, label]) => ({ value, label }));
  return (
    <Modal opened onClose={close} title={tickets.new} size="lg">
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.pair}>
          <Select label={tickets.kind} data={select(tickets.kinds)} value={wanted.kind} allowDeselect={false} onChange={(kind) => kind !== null && set({ kind: kind as TicketKind })} />
          <Select label={tickets.level} data={select(tickets.levels)} value={wanted.level} allowDeselect={false} onChange={(level) => level !== null && set({ level: level as TicketLevel })} />
        </div>
        <TextInput label={tickets.ticketTitle} value={wanted.title} onChange={(event) => set({ title: event.currentTarget.value })} maxLength={120} required data-autofocus />
        <div className={classes.pair}>
          <TextInput label={tickets.category} value={wanted.category} onChange={(event) => set({ category: event.currentTarget.value })} maxLength={64} required />
          <TextInput label={tickets.order} value={wanted.orderNumber ?? ''} onChange={(event) => set({ orderNumber: event.currentTarget.value })} maxLength={60} />
        </div>
        <Textarea label={tickets.description} value={wanted.description} onChange={(event) => set({ description: event.currentTarget.value })} autosize minRows={3} maxRows={10} maxLength={4000} required />
        <Textarea label={tickets.wish} value={wanted.wish ?? ''} onChange={(event) => set({ wish: event.currentTarget.value })} autosize minRows={2} maxRows={6} maxLength={2000} />
        <div>
          <FileButton multiple onChange={uploads.add}>{(props) => <Button {...props} size="xs" variant="default">{composer.attach}</Button>}</FileButton>
          <FileList files={files} uploading={uploads.uploading} remove={uploads.remove} />
          {uploads.problem !== undefined && <p role="alert" className={classes.problem}>{uploads.problem}</p>}
        </div>
        <Button type="submit" loading={create.isPending} disabled={uploads.isUploading}>{tickets.create}</Button>
      </form>
    </Modal>
  );
}
