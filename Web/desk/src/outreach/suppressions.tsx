import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get, post, remove } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Suppression } from '../api/outreach.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { faultAt, faultsOf } from '../ui/faults.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { explain, useLanguage } from '../words/words.tsx';
import classes from './outreach.module.css';

/** Addresses that nothing is sent to, whoever has them. */
export function Suppressions() {
  const { outreach, undelivered } = useOutreachWords();
  const { dates } = useLanguage();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const found = useQuery({ queryKey: keys.suppressions, queryFn: () => get<readonly Suppression[]>('/api/outreach/suppressions') });
  const allow = useMutation({
    mutationFn: (key: string) => remove(`/api/outreach/suppressions/${key}`),
    onError: trouble,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.suppressions }),
  });
  return (
    <section className={`${cards.card} ${classes.apart}`}>
      <h2 className={cards.title}>{undelivered.suppressed}</h2>
      <p className={cards.lead}>{undelivered.suppressedLead}</p>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className={cards.quiet}>{undelivered.suppressedEmpty}</p>}
      <ul className={classes.rows}>
        {found.data?.map(({ key, channel, shown, reason, at }) => (
          <li key={key} className={classes.row}>
            <span className={classes.grow}><span dir="auto">{shown}</span> <span className={classes.small}>{dates.full(new Date(at))}</span></span>
            <Chip tone="info">{outreach.reaches[channel]}</Chip>
            <Chip>{undelivered.reasons[reason] ?? reason}</Chip>
            <ActionIcon aria-label={undelivered.allow(shown)} onClick={() => allow.mutate(key)}><Icon name="trash" size={16} /></ActionIcon>
          </li>
        ))}
      </ul>
      <Add />
    </section>
  );
}

function Add() {
  const { outreach, undelivered } = useOutreachWords();
  const { words } = useLanguage();
  const queries = useQueryClient();
  const [channel, setChannel] = useState<'email' | 'sms'>('email');
  const [address, setAddress] = useState('');
  const add = useMutation({
    mutationFn: () => post('/api/outreach/suppressions', { channel, address }),
    onSuccess: () => {
      setAddress('');
      return queries.invalidateQueries({ queryKey: keys.suppressions });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const fault = add.error === null ? undefined : faultAt(faultsOf(add.error), 'address') ?? explain(add.error, words);
  return (
    <form className={classes.add} onSubmit={submit} noValidate>
      <Select aria-label={undelivered.channel} w={140} data={(['email', 'sms'] as const).map((value) => ({ value, label: outreach.reaches[value] }))} value={channel} allowDeselect={false} onChange={(value) => value !== null && setChannel(value as 'email' | 'sms')} />
      <TextInput className={classes.grow} aria-label={undelivered.address} placeholder={undelivered.address} value={address} onChange={(event) => setAddress(event.currentTarget.value)} maxLength={200} error={fault} />
      <Button type="submit" variant="default" disabled={address.trim() === ''} loading={add.isPending}>{undelivered.suppress}</Button>
    </form>
  );
}
