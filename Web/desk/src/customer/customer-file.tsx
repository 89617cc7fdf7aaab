import { Button, Drawer, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { CustomerCard } from '../api/customer.ts';
import { get, patch, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { isProblem } from '../api/problem.ts';
import { useMay } from '../session/session.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';
import { Blocking } from './blocking.tsx';
import classes from './customer-file.module.css';
import { Consents, Contacts, Orders } from './customer-parts.tsx';
import { MergeDialog } from './merge-dialog.tsx';

export function CustomerFile({ id, close }: { readonly id: string; readonly close: () => void }) {
  const { common } = useLanguage().words;
  const found = useQuery({ queryKey: keys.customer(id), queryFn: () => get<CustomerCard>(`/api/customers/${id}`) });
  return (
    <Drawer opened onClose={close} position="right" size={520} title={<bdi>{found.data?.name ?? common.nameless}</bdi>} closeButtonProps={{ 'aria-label': common.close }}>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && <Form key={found.data.version} customer={found.data} />}
    </Drawer>
  );
}

function Form({ customer }: { readonly customer: CustomerCard }) {
  const { customer: said, customers, common } = useLanguage().words;
  const may = useMay();
  const queries = useQueryClient();
  const { done, trouble, warn } = useTell();
  const [name, setName] = useState(customer.name ?? '');
  const [vip, setVip] = useState(customer.vip);
  const [tags, setTags] = useState<string[]>([...customer.tags]);
  const [note, setNote] = useState(customer.note ?? '');
  const save = useMutation({
    mutationFn: () => patch<CustomerCard>(`/api/customers/${customer.id}`, { name: name.trim(), vip, tags, note: note.trim(), version: customer.version }),
    onSuccess: (changed) => {
      queries.setQueryData(keys.customer(customer.id), changed);
      void queries.invalidateQueries({ queryKey: ['customers'] });
      done(common.saved);
    },
    onError: (error) => {
      if (!isProblem(error, 'Changed')) return trouble(error);
      warn(said.changed);
      void queries.invalidateQueries({ queryKey: keys.customer(customer.id) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const readOnly = !may('customers.write');
  return (
    <>
      <section className={cards.card}><h3 className={cards.title}>{said.contact}</h3><Contacts customer={customer} /></section>
      <section className={cards.card}>
        <form className={cards.form} onSubmit={submit}>
          <TextInput label={customers.name} value={name} onChange={(event) => setName(event.currentTarget.value)} readOnly={readOnly} maxLength={200} />
          <TagsInput label={said.customerTags} value={tags} onChange={setTags} readOnly={readOnly} maxTags={30} />
          <Textarea label={said.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} readOnly={readOnly} autosize minRows={2} maxRows={10} maxLength={4000} />
          <Switch label={said.vip} checked={vip} onChange={(event) => setVip(event.currentTarget.checked)} disabled={readOnly} />
          {!readOnly && <Button type="submit" loading={save.isPending}>{common.save}</Button>}
        </form>
      </section>
      <section className={cards.card}>
        <h3 className={cards.title}>{said.orders}</h3>
        {customer.orders.length === 0 ? <p className={cards.quiet}>{said.noOrders}</p> : <Orders customer={customer} />}
      </section>
      {!readOnly && <section className={`${cards.card} ${classes.blocking}`}><Blocking customer={customer} /></section>}
      <OwnData customer={customer} />
      {customer.consents.length > 0 && <section className={cards.card}><h3 className={cards.title}>{said.consent}</h3><Consents customer={customer} /></section>}
    </>
  );
}

/** What a customer may ask of the store by law: all that is kept about them, or that it be forgotten. */
function OwnData({ customer }: { readonly customer: CustomerCard }) {
  const { id } = customer;
  const [isMerging, setMerging] = useState(false);
  const { customer: said } = useLanguage().words;
  const may = useMay();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const erase = useMutation({
    mutationFn: () => post(`/api/customers/${id}/erase`),
    onSuccess: () => {
      done(said.erased);
      void queries.invalidateQueries({ queryKey: keys.customer(id) });
      void queries.invalidateQueries({ queryKey: ['customers'] });
    },
    onError: trouble,
  });
  if (!may('customers.unmask') && !may('customers.erase')) return null;
  return (
    <section className={cards.card}>
      <h3 className={cards.title}>{said.ownData}</h3>
      <div className={cards.foot}>
        {may('customers.unmask') && <Button size="xs" variant="default" component="a" href={`/api/customers/${id}/export`} download>{said.export}</Button>}
        {may('customers.unmask') && <Button size="xs" variant="default" onClick={() => setMerging(true)}>{said.merge}</Button>}
        {may('customers.erase') && <Button size="xs" variant="subtle" color="red" loading={erase.isPending} onClick={() => confirm(said.eraseSure) && erase.mutate()}>{said.erase}</Button>}
      </div>
      {isMerging && <MergeDialog customer={customer} close={() => setMerging(false)} />}
    </section>
  );
}
