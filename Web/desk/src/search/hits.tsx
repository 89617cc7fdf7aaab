import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { keys } from '../api/keys.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useLanguage, useWords } from '../words/words.tsx';
import classes from './search-page.module.css';
import { find, isLongEnough, pieces, type Found, type Kind } from './search.ts';

const icons: Readonly<Record<Kind, IconName>> = { conversations: 'inbox', customers: 'people', tickets: 'ticket' };

export function Hits({ kind, asked }: { readonly kind: Kind; readonly asked: URLSearchParams }) {
  const words = useWords();
  const { search, common } = words;
  const q = asked.get('q') ?? '';
  const found = useInfiniteQuery({
    queryKey: keys.search({ ...Object.fromEntries(asked), kind }),
    queryFn: ({ pageParam }) => find(kind, asked, pageParam, words),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: isLongEnough(q),
    staleTime: 5000,
  });
  if (!isLongEnough(q)) return <Blank icon="search" title={search.lead} lead={search.leadMore} />;
  if (found.isPending) return <Waiting />;
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  const hits = found.data.pages.flatMap(({ items }) => items);
  if (hits.length === 0) return <Blank icon="search" title={search.nothing(q)} lead={search.nothingLead} />;
  return (
    <>
      <ul className={classes.hits}>{hits.map((hit) => <li key={hit.path}><Hit hit={hit} kind={kind} /></li>)}</ul>
      {found.hasNextPage && <Button mt="md" variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button>}
    </>
  );
}

function Hit({ hit: { path, title, snippet, matches, at }, kind }: { readonly hit: Found; readonly kind: Kind }) {
  const { dates } = useLanguage();
  return (
    <Link className={classes.hit} href={path}>
      <span className={classes.kind}><Icon name={icons[kind]} /></span>
      <span className={classes.words}>
        <span className={classes.head}><bdi className={classes.title}>{title}</bdi><time dateTime={at}>{dates.full(new Date(at))}</time></span>
        <span className={classes.snippet} dir="auto">{pieces(snippet, matches).map((piece, index) => (piece.isMatch ? <mark key={index}>{piece.text}</mark> : piece.text))}</span>
      </span>
    </Link>
  );
}
