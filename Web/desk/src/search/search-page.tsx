import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useMay, type Permission } from '../session/session.ts';
import { useAgents } from '../shell/presence.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useWords } from '../words/words.tsx';
import { Hits } from './hits.tsx';
import classes from './search-page.module.css';
import type { Kind } from './search.ts';

const needed: Readonly<Record<Kind, Permission>> = { conversations: 'desk.read', customers: 'customers.read', tickets: 'tickets.read' };

/** Everything said, filed or known, by words. The address holds the question, so that it can be sent to a colleague. */
export default function SearchPage() {
  const { search, inbox } = useWords();
  const may = useMay();
  const asked = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const [words, setWords] = useState(asked.get('q') ?? '');
  const [settled] = useDebouncedValue(words.trim(), 250);
  const kinds = (['conversations', 'customers', 'tickets'] as const).filter((kind) => may(needed[kind]));
  const kind = kinds.find((known) => known === asked.get('kind')) ?? 'conversations';
  const agents = useAgents().data ?? [];

  const change = (name: string, value: string | null) => {
    const changed = new URLSearchParams(asked);
    if (value === null || value === '') changed.delete(name);
    else changed.set(name, value);
    go(`/search?${changed}`, { replace: true });
  };
  useEffect(() => {
    if (settled !== (asked.get('q') ?? '')) change('q', settled);
    // Only what is typed writes the address.
  }, [settled]);

  return (
    <Page title={search.title}>
      <TextInput className={classes.field} size="md" leftSection={<Icon name="search" />} aria-label={search.field} placeholder={search.field} value={words} onChange={(event) => setWords(event.currentTarget.value)} autoFocus />
      <div className={classes.filters}>
        <SegmentedControl aria-label={search.title} value={kind} onChange={(value) => change('kind', value)} data={kinds.map((value) => ({ value, label: search.kinds[value] }))} />
        {kind === 'conversations' && (
          <>
            <Select aria-label={inbox.agent} placeholder={inbox.agent} clearable searchable value={asked.get('agent')} onChange={(value) => change('agent', value)} data={agents.map(({ id, name }) => ({ value: id, label: name }))} />
            <Select aria-label={inbox.channel} placeholder={inbox.channel} clearable value={asked.get('channel')} onChange={(value) => change('channel', value)} data={Object.entries(inbox.channels).map(([value, label]) => ({ value, label }))} />
            <TextInput type="date" aria-label={search.from} value={asked.get('from') ?? ''} onChange={(event) => change('from', event.currentTarget.value)} />
            <TextInput type="date" aria-label={search.to} value={asked.get('to') ?? ''} onChange={(event) => change('to', event.currentTarget.value)} />
          </>
        )}
      </div>
      <Hits kind={kind} asked={asked} />
    </Page>
  );
}
