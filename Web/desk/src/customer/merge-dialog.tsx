import { Alert, Button, Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Page } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import cards from '../ui/card.module.css';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';

/** Puts two files of one person together; it cannot be taken apart again. */
export function MergeDialog({ customer, close }: { readonly customer: CustomerCard; readonly close: () => void }) {
  const { customer: said, customers, common } = useWords();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 250);
  const [into, setInto] = useState<string | null>(null);
  const found = useQuery({ queryKey: keys.customers(q), queryFn: () => get<Page<CustomerCard>>('/api/customers', { q, limit: 20 }) }).data?.items ?? [];
  const nameOf = ({ name, contacts }: CustomerCard) => [name ?? common.nameless, contacts[0]?.value].filter((part) => part !== undefined).join(' · ');
  const merge = useMutation({
    mutationFn: () => post<CustomerCard>(`/api/customers/${customer.id}/merge`, { into }),
    onSuccess: (merged) => {
      done(said.merged);
      queries.setQueryData(keys.customer(merged.id), merged);
      void queries.invalidateQueries({ queryKey: ['customers'] });
      void queries.invalidateQueries({ queryKey: ['conversation'] });
      close();
      go(`/customers/${merged.id}`);
    },
    onError: trouble,
  });
  return (
    <Modal opened onClose={close} title={said.merge} size="md">
      <div className={cards.form}>
        <Alert color="yellow" variant="light">{said.mergeLead(customer.name ?? common.nameless)}</Alert>
        <Select label={said.mergeInto} placeholder={customers.find} searchable value={into} onChange={setInto} searchValue={words} onSearchChange={setWords}
          data={found.filter(({ id }) => id !== customer.id).map((file) => ({ value: file.id, label: nameOf(file) }))} filter={({ options }) => options} nothingFoundMessage={customers.empty} comboboxProps={{ withinPortal: false }} data-autofocus />
        <Button color="red" disabled={into === null} loading={merge.isPending} onClick={() => merge.mutate()}>{said.merge}</Button>
      </div>
    </Modal>
  );
}
