import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page as Paged } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { shopperName, useWords } from '../words/words.tsx';

interface Properties {
  readonly value: string | null;
  readonly set: (customerId: string | null) => void;
  readonly fault: string | undefined;
}

/** Finds one customer by what is typed. */
export function CustomerSelect({ value, set, fault }: Properties) {
  const { campaigns } = useOutreachWords();
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  // Once somebody is chosen their name stands in the field; it is no search for others.
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), 250);
  const found = useQuery({ queryKey: [...keys.customers(q), 'choice'], queryFn: () => get<Paged<CustomerCard>>('/api/customers', { q, limit: 20 }), placeholderData: (before) => before }).data?.items ?? [];
  const data = found.map((customer) => ({ value: customer.id, label: shopperName(customer, words) }));
  const all = chosen === undefined || data.some(({ value: id }) => id === chosen.value) ? data : [...data, chosen];
  return (
    <Select label={campaigns.customer} placeholder={campaigns.findCustomer} data={all} value={value} searchable clearable filter={({ options }) => options} searchValue={typed} onSearchChange={setTyped} error={fault} nothingFoundMessage={campaigns.nobodyFound}
      onChange={(id, option) => {
        setChosen(id === null || option === null ? undefined : option);
        set(id);
      }} />
  );
}
