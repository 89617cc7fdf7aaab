import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Page as Paged, SearchHit } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useAgents } from '../shell/presence.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useLanguage, useWords } from '../words/words.tsx';
import classes from './search-page.module.css';
import { isLongEnough, pieces } from './search.ts';

type Kind = SearchHit['kind'] | 'all';

const icons: Readonly<Record<SearchHit['kind'], IconName>> = { conversations: 'inbox', customers: 'people', tickets: 'ticket' };
const paths: Readonly<Record<SearchHit['kind'], string>> = { conversations: '/inbox', customers: '/customers', tickets: '/tickets' };

/** Everything said, filed or known, by words. The address holds the question, so that it can be sent to a colleague. */
export default function SearchPage() {
  const { search, common, inbox } = useWords();
  const asked = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const [words, setWords] = useState(asked.get('q') ?? '');
  const [settled] = useDebouncedValue(words.trim(), 250);
  const kind = (asked.get('kind') ?? 'all') as Kind;
  const agents = useAgents().data ?? [];

  const change = (name: string, value: string | null) => {
    const changed = new URLSearchParams(asked);
    if (value === null || value === '' || value === 'all') changed.delete(name);
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
        <SegmentedControl aria-label={search.title} value={kind} onChange={(value) => change('kind', value)}
          data={[{ value: 'all', label: common.all }, ...(['conversations', 'customers', 'tickets'] as const).map((value) => ({ value, label: search.kinds[value] }))]} />
        <Select size="sm" aria-label={inbox.agent} placeholder={inbox.agent} clearable searchable value={asked.get('agent')} onChange={(value) => change('agent', value)} data={agents.map(({ id, name }) => ({ value: id, label: name }))} />
        <Select size="sm" aria-label={inbox.channel} placeholder={inbox.channel} clearable value={asked.get('channel')} onChange={(value) => change('channel', value)} data={Object.entries(inbox.channels).map(([value, label]) => ({ value, label }))} />
        <TextInput size="sm" type="date" aria-label={search.from} value={asked.get('from') ?? ''} onChange={(event) => change('from', event.currentTarget.value)} />
        <TextInput size="sm" type="date" aria-label={search.to} value={asked.get('to') ?? ''} onChange={(event) => change('to', event.currentTarget.value)} />
      </div>
      <Hits query={Object.fromEntries(asked)} />
    </Page>
  );
}

function Hits({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { search, common } = useWords();
  const words = query.q ?? '';
  const found = useInfiniteQuery({
    queryKey: keys.search(query),
    queryFn: ({ pageParam }) => get<Paged<SearchHit>>('/api/desk/search', { ...query, limit: 30, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: isLongEnough(words),
    staleTime: 5000,
  });
  if (!isLongEnough(words)) return <Blank icon="search" title={search.lead} lead={search.leadMore} />;
  if (found.isPending) return <Waiting />;
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  const hits = found.data.pages.flatMap(({ items }) => items);
  if (hits.length === 0) return <Blank icon="search" title={search.nothing(words)} lead={search.nothingLead} />;
  return (
    <>
      <ul className={classes.hits}>{hits.map((hit) => <li key={`${hit.kind} ${hit.id} ${hit.at}`}><Hit hit={hit} /></li>)}</ul>
      {found.hasNextPage && <Button variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button>}
    </>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { words: { search }, dates } = useLanguage();
  const { kind, id, title, snippet, matches, at } = hit;
  return (
    <Link className={classes.hit} href={`${paths[kind]}/${id}`}>
      <span className={classes.kind}><Icon name={icons[kind]} /><span className="unseen">{search.kinds[kind]}</span></span>
      <span className={classes.words}>
        <span className={classes.head}><bdi className={classes.title}>{title}</bdi><time dateTime={at}>{dates.full(new Date(at))}</time></span>
        <span className={classes.snippet} dir="auto">{pieces(snippet, matches ?? []).map((piece, index) => (piece.isMatch ? <mark key={index}>{piece.text}</mark> : piece.text))}</span>
      </span>
    </Link>
  );
}
