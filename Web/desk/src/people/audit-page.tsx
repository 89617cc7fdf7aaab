import { Alert, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page as Paged } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { AuditEntry } from '../api/staff.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';

export default function AuditPage() {
  const { words: { audit, common, tickets }, dates } = useLanguage();
  const { trouble } = useTell();
  const [words, setWords] = useState('');
  const [action] = useDebouncedValue(words.trim(), 250);
  const query = { action: action || undefined };
  const found = useInfiniteQuery({
    queryKey: keys.audit(query),
    queryFn: ({ pageParam }) => get<Paged<AuditEntry>>('/api/staff/audit', { ...query, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
  const check = useMutation({ mutationFn: () => get<{ ok: boolean; checked: number; brokenAt?: string }>('/api/staff/audit/check'), onError: trouble });
  const entries = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={audit.title} lead={audit.lead} actions={(
      <>
        <TextInput leftSection={<Icon name="filter" size={16} />} aria-label={audit.filter} placeholder={audit.filter} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Button variant="default" leftSection={<Icon name="shield" size={16} />} loading={check.isPending} onClick={() => check.mutate()}>{audit.check}</Button>
      </>
    )}>
      {check.data !== undefined && <Alert role="status" mb="md" variant="light" color={check.data.ok ? 'green' : 'red'}>{check.data.ok ? audit.ok(check.data.checked) : audit.broken(String(check.data.brokenAt ?? ''))}</Alert>}
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && entries.length === 0 && <Blank icon="shield" title={audit.empty} />}
      {entries.length > 0 && (
        <div className={table.frame} tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{audit.when}</th>
                <th scope="col">{audit.who}</th>
                <th scope="col">{audit.what}</th>
                <th scope="col" className={table.hideable}>{audit.target}</th>
                <th scope="col" className={table.hideable}>{audit.detail}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, at, actor, action: what, target, detail }) => (
                <tr key={id}>
                  <td><time dateTime={at}>{dates.full(new Date(at))}</time></td>
                  <td dir="auto">{actor?.name ?? tickets.nobody}</td>
                  <td><code>{what}</code></td>
                  <td className={table.hideable} dir="auto">{target}</td>
                  <td className={`${table.hideable} ${table.quiet}`} dir="auto">{typeof detail === 'object' && detail !== null ? JSON.stringify(detail) : detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && <div className={table.more}><Button variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button></div>}
    </Page>
  );
}
