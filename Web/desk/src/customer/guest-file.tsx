import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Conversation } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import cards from '../ui/card.module.css';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';

/** Begins the file of a shopper who has told the agent who they are; whoever has the same address or number already is found by it. */
export function GuestFile({ conversation: { id, locale } }: { readonly conversation: Conversation }) {
  const { customer: said, customers, common } = useWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const given = (text: string) => text.trim() || undefined;
  const admit = useMutation({
    mutationFn: () => post<CustomerCard>('/api/customers', { conversationId: id, name: given(name), email: given(email), phone: given(phone), locale: locale?.startsWith('zh') ? 'zh' : 'en' }),
    onSuccess: (customer) => {
      queries.setQueryData<Conversation>(keys.conversation(id), (held) => held && { ...held, customer });
      done(common.saved);
      setOpen(false);
    },
    onError: trouble,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    admit.mutate();
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>{said.begin}</Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={said.begin} size="sm">
        <form className={cards.form} onSubmit={submit}>
          <TextInput label={customers.name} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} data-autofocus />
          <TextInput label={said.email} type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} maxLength={254} />
          <TextInput label={said.phone} type="tel" value={phone} onChange={(event) => setPhone(event.currentTarget.value)} maxLength={30} />
          <Button type="submit" loading={admit.isPending} disabled={[name, email, phone].every((text) => text.trim() === '')}>{common.save}</Button>
        </form>
      </Modal>
    </>
  );
}
