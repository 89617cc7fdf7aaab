import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { Page as Paged } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useLanguage } from '../words/words.tsx';
import { CustomerFile } from './customer-file.tsx';

export default function CustomersPage() {
  const { words: { customers, customer: said, common }, dates } = useLanguage();
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 250);
  const found = useInfiniteQuery({
    queryKey: keys.customers(q),
    queryFn: ({ pageParam }) => get<Paged<CustomerCard>>('/api/customers', { q, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={customers.title} actions={<TextInput w={300} maw="100%" leftSection={<Icon name="search" size={16} />} aria-label={customers.find} placeholder={customers.find} value={words} onChange={(event) => setWords(event.currentTarget.value)} />}>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && <Blank icon="people" title={customers.empty} lead={customers.emptyLead} />}
      {items.length > 0 && (
        <div className={table.frame} tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{customers.name}</th>
                <th scope="col">{said.contact}</th>
                <th scope="col" className={table.hideable}>{said.segment}</th>
                <th scope="col" className={table.hideable}>{customers.tags}</th>
                <th scope="col" className={table.hideable}>{customers.since}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id: key, name, vip, segment, blocked, contacts, tags, createdAt }) => (
                <tr key={key}>
                  <td><span className={table.person}><Face name={name ?? common.nameless} id={key} size="small" /><Link href={`/customers/${key}`} dir="auto">{name ?? common.nameless}</Link>{vip && <Chip tone="warm">{said.vip}</Chip>}{blocked && <Chip tone="alarm">{said.blocked}</Chip>}</span></td>
                  <td>{contacts[0]?.value}</td>
                  <td className={table.hideable}>{segment ? said.segments[segment] ?? segment : ''}</td>
                  <td className={table.hideable}><span className={table.chips}>{tags.map((tag) => <Chip key={tag}><bdi>{tag}</bdi></Chip>)}</span></td>
                  <td className={table.hideable}>{dates.short(new Date(createdAt))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && <div className={table.more}><Button variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button></div>}
      {id !== undefined && <CustomerFile key={id} id={id} close={() => go('/customers')} />}
    </Page>
  );
}
