import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, Counts, DryRun } from '../api/outreach.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import { localeName, useLanguage } from '../words/words.tsx';
import { Bars } from './bars.tsx';
import classes from './campaigns.module.css';
import { dayText } from './days.ts';
import { DryRunPeople } from './dry-run-people.tsx';
import shared from './outreach.module.css';

/** Who would get it and who not and why: by the service's own planner, over the same customers as the real run. */
export function CampaignDryRun({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns } = useOutreachWords();
  const { dates } = useLanguage();
  const { id, version, occasion, segmentId, everyone } = campaign;
  const isCounted = occasion !== 'event' && (everyone || segmentId !== null);
  const found = useQuery({ queryKey: keys.campaignLook(id, 'dry-run', { version }), queryFn: () => get<DryRun>(`/api/outreach/campaigns/${id}/dry-run`), enabled: isCounted, staleTime: 15_000 });
  const [isOpen, setOpen] = useState(false);
  const day = found.data?.day;
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.dryRun}</h2>
      <p className={cards.lead}>{occasion === 'event' ? campaigns.dryRunEvent : isCounted ? campaigns.dryRunLead : campaigns.dryRunNobody}</p>
      {found.isLoading && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {day !== null && day !== undefined && <p className={shared.small}>{campaigns.forDay(dayText(day, dates))}</p>}
      {found.data !== undefined && <Summary run={found.data} />}
      {found.data !== undefined && found.data.day !== null && <Button mt="md" size="compact-sm" variant="default" onClick={() => setOpen(true)}>{campaigns.people}</Button>}
      {isOpen && <DryRunPeople campaign={campaign} close={() => setOpen(false)} />}
    </section>
  );
}

function Summary({ run }: { readonly run: DryRun }) {
  const { outreach, campaigns } = useOutreachWords();
  const { words: { common }, dates, locale } = useLanguage();
  const bars = (counts: Counts, name: (key: string) => string) => Object.entries(counts).map(([key, count]) => ({ name: name(key), count }));
  const leftOut = bars(run.excluded, (key) => outreach.exclusions[key] ?? key);
  const nameless = run.missingValues['name'] ?? 0;
  const numbers = [[campaigns.included, run.included], [campaigns.matching, run.matching], [campaigns.customers, run.customers]] as const;
  return (
    <>
      {Object.keys(run.missingLocales).map((language) => <Alert key={language} color="red" variant="light" p="xs" mb="sm">{campaigns.lacks[language] ?? language}</Alert>)}
      {nameless > 0 && <Alert color="red" variant="light" p="xs" mb="sm">{campaigns.nameless(outreach.count(nameless.toLocaleString(locale)))}</Alert>}
      <dl className={classes.numbers}>{numbers.map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{count.toLocaleString(locale)}</dd></div>)}</dl>
      {run.firstAt !== null && run.lastAt !== null && <p className={shared.small}>{run.firstAt === run.lastAt ? campaigns.onlyAt(dates.full(new Date(run.firstAt))) : campaigns.firstLast(dates.full(new Date(run.firstAt)), dates.full(new Date(run.lastAt)))}</p>}
      <h3 className={shared.label}>{campaigns.excluded}</h3>
      {leftOut.length === 0 ? <p className={shared.small}>{campaigns.nobodyLeftOut}</p> : <Bars bars={leftOut} label={campaigns.excluded} tone="warm" />}
      {run.included > 0 && (
        <>
          <h3 className={shared.label}>{campaigns.byChannel}</h3>
          <Bars bars={bars(run.channels, (key) => outreach.reaches[key as keyof typeof outreach.reaches] ?? key)} label={campaigns.byChannel} />
          <h3 className={shared.label}>{campaigns.byLanguage}</h3>
          <Bars bars={bars(run.locales, (key) => localeName(key, common.locale))} label={campaigns.byLanguage} tone="other" />
        </>
      )}
    </>
  );
}
