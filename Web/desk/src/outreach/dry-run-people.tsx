import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Page as Paged } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, DryRunPerson } from '../api/outreach.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { localeName, shopperName, useLanguage } from '../words/words.tsx';
import { letter } from './campaign-draft.ts';
import { momentIn } from './days.ts';
import classes from './outreach.module.css';

/** Everybody of a dry run, one by one: when and how each would get it, or why not. */
export function DryRunPeople({ campaign, close }: { readonly campaign: Campaign; readonly close: () => void }) {
  const { campaigns } = useOutreachWords();
  const { words: { common } } = useLanguage();
  const { id, version } = campaign;
  const found = useInfiniteQuery({
    queryKey: keys.campaignLook(id, 'people', { version }),
    queryFn: ({ pageParam }) => get<Paged<DryRunPerson>>(`/api/outreach/campaigns/${id}/dry-run/people`, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });
  const people = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal opened onClose={close} title={campaigns.dryRun} size="80rem" closeButtonProps={{ 'aria-label': common.close }}>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {people.length > 0 && (
        <div className={table.frame} tabIndex={0} role="region" aria-label={campaigns.dryRun}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{campaigns.person}</th>
                <th scope="col">{campaigns.outcome}</th>
                <th scope="col" className={table.hideable}>{campaigns.channel}</th>
                <th scope="col" className={table.hideable}>{campaigns.language}</th>
                <th scope="col" className={table.hideable}>{campaigns.group}</th>
              </tr>
            </thead>
            <tbody>{people.map((person) => <Row key={person.customerId} person={person} />)}</tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && <div className={table.more}><Button variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{common.loadMore}</Button></div>}
    </Modal>
  );
}

function Row({ person }: { readonly person: DryRunPerson }) {
  const { outreach, campaigns } = useOutreachWords();
  const { words, dates } = useLanguage();
  const { customerId, name, channel, exclusion, dueAt, zone, zoneReason, variant } = person;
  return (
    <tr>
      <td><Link href={`/customers/${customerId}`} dir="auto">{shopperName({ id: customerId, name }, words)}</Link></td>
      <td>
        {exclusion === null
          ? <>{campaigns.at(momentIn(dueAt, zone, dates), zone)}<br /><span className={classes.small}>{outreach.zoneReasons[zoneReason] ?? zoneReason}</span></>
          : <Chip tone="warm">{outreach.exclusions[exclusion] ?? exclusion}</Chip>}
      </td>
      <td className={table.hideable}>{outreach.reaches[channel]}</td>
      <td className={table.hideable}>{localeName(person.locale, words.common.locale)}</td>
      <td className={table.hideable}>{variant < 0 ? campaigns.heldOut : letter(variant)}</td>
    </tr>
  );
}
