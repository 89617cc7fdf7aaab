import { Button, Modal, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerCard } from '../api/customer.ts';
import { post, remove } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { Icon } from '../ui/icon.tsx';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';
import classes from './customer-panel.module.css';
import { Part } from './customer-parts.tsx';

export function Blocking({ customer }: { readonly customer: CustomerCard }) {
  const { customer: said, actions } = useWords();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: (blocks: boolean) => (blocks ? post(`/api/customers/${customer.id}/block`, { reason: reason.trim() }) : remove(`/api/customers/${customer.id}/block`)),
    onSuccess: () => {
      close();
      setReason('');
      // Whoever's it is: the card stands in the conversation too.
      void queries.invalidateQueries({ queryKey: ['conversation'] });
      void queries.invalidateQueries({ queryKey: keys.customer(customer.id) });
    },
    onError: trouble,
  });
  if (customer.blocked) {
    return (
      <Part title={said.blocked}>
        <p className={classes.quiet} dir="auto">{customer.blocked.reason}</p>
        <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate(false)}>{said.unblock}</Button>
      </Part>
    );
  }
  return (
    <div className={classes.part}>
      <Button size="compact-sm" variant="subtle" color="red" leftSection={<Icon name="block" size={15} />} onClick={open}>{actions.block}</Button>
      <Modal opened={isOpen} onClose={close} title={said.blockTitle} size="sm">
        <p className={classes.quiet}>{said.blockLead}</p>
        <Textarea label={said.blockReason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} maxLength={500} required data-autofocus />
        <Button mt="md" fullWidth color="red.9" disabled={reason.trim() === ''} loading={change.isPending} onClick={() => change.mutate(true)}>{actions.block}</Button>
      </Modal>
    </div>
  );
}
