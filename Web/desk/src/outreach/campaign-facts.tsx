import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Campaign } from '../api/outreach.ts';
import { useMe } from '../session/session.ts';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { letter } from './campaign-draft.ts';
import classes from './campaigns.module.css';
import { bothCalendars, clock, hasDay } from './days.ts';
import { delayText, spanText } from './delay.ts';
import { useDays, useFestivals, useSegments, useTemplates } from './queries.ts';

/** A campaign that can no longer be changed, in words. */
export function CampaignFacts({ campaign, chip }: { readonly campaign: Campaign; readonly chip: ReactNode }) {
  const { outreach, campaigns, reminders } = useOutreachWords();
  const { dates, locale } = useLanguage();
  const segment = useSegments().data?.find(({ id }) => id === campaign.segmentId);
  const templates = useTemplates().data ?? [];
  const texts = campaign.variants.map(({ templateId, weight }, index) => `${campaign.variants.length > 1 ? `${letter(index)}: ` : ''}${templates.find(({ id }) => id === templateId)?.name ?? '–'}${campaign.variants.length > 1 ? ` (${weight})` : ''}`);
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.facts}</h2>
      <dl className={classes.facts}>
        <dt>{campaigns.status}</dt>
        <dd><span className={cards.chips}>{chip}{campaign.launchedAt !== null && <span>{campaigns.launchedAt(dates.full(new Date(campaign.launchedAt)))}</span>}</span></dd>
        {campaign.askedBy !== null && <><dt>{campaigns.approval}</dt><dd dir="auto"><Approval campaign={campaign} /></dd></>}
        <dt>{campaigns.purpose}</dt>
        <dd>{outreach.purposes[campaign.purpose]}</dd>
        <dt>{campaigns.when}</dt>
        <dd><When campaign={campaign} /></dd>
        <dt>{campaigns.whom}</dt>
        <dd dir="auto">{campaign.everyone ? campaigns.everyone : campaign.segmentId === null ? reminders.anybody : segment === undefined ? campaigns.unknownSegment : <Link href={`/segments/${segment.id}`}>{segment.name}</Link>}</dd>
        <dt>{campaigns.texts}</dt>
        <dd dir="auto">{texts.join(', ')}</dd>
        <dt>{campaigns.channels}</dt>
        <dd>{campaign.channels.map((reach) => outreach.reaches[reach]).join(locale === 'zh' ? '，' : ', ')}</dd>
        {campaign.holdoutPercent > 0 && <><dt>{campaigns.holdout}</dt><dd>{campaign.holdoutPercent}</dd></>}
        {campaign.perSecond !== null && <><dt>{campaigns.throttle}</dt><dd>{campaign.perSecond}</dd></>}
        {campaign.perDay !== null && <><dt>{campaigns.perDay}</dt><dd>{campaign.perDay}</dd></>}
        {campaign.perWeek !== null && <><dt>{campaigns.perWeek}</dt><dd>{campaign.perWeek}</dd></>}
        {campaign.quietFrom !== null && campaign.quietUntil !== null && <><dt>{campaigns.quiet}</dt><dd>{clock(campaign.quietFrom)}–{clock(campaign.quietUntil)}</dd></>}
        <dt>{campaigns.expiry}</dt>
        <dd>{spanText(campaign.expireAfterMinutes, reminders)}</dd>
      </dl>
    </section>
  );
}

/** Who asked for a second person's word, and who gave it. */
export function Approval({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns } = useOutreachWords();
  const { dates } = useLanguage();
  const me = useMe();
  const who = (id: string) => (id === me.id ? campaigns.by.me : campaign.names[id] ?? campaigns.by.colleague);
  const at = (moment: string | null) => (moment === null ? '' : dates.full(new Date(moment)));
  return (
    <ul className={classes.list}>
      {campaign.askedBy !== null && <li>{campaigns.asked(who(campaign.askedBy), at(campaign.askedAt))}</li>}
      {campaign.approvedBy !== null && <li>{campaigns.approved(who(campaign.approvedBy), at(campaign.approvedAt))}</li>}
    </ul>
  );
}

function When({ campaign }: { readonly campaign: Campaign }) {
  const { outreach, campaigns, reminders } = useOutreachWords();
  const { dates, locale } = useLanguage();
  const festival = useFestivals().data?.find(({ id }) => id === campaign.festival);
  const own = useDays().data?.find(({ id }) => id === campaign.ownerDay);
  const occasion = festival ?? own;
  const name = occasion === undefined ? outreach.occasions[campaign.occasion] : locale === 'zh' ? occasion.chinese : occasion.english;
  if (campaign.occasion === 'event') return <>{outreach.events[campaign.event as keyof typeof outreach.events]}, {delayText(campaign.delayMinutes, reminders, locale === 'zh')}</>;
  return (
    <>
      {name}{campaign.offsetDays !== 0 && ` (${campaign.offsetDays > 0 ? '+' : ''}${campaign.offsetDays})`}, {clock(campaign.time)}, {campaign.zone ?? campaigns.zoneOwn}
      {hasDay(campaign) && <ul className={classes.list}>{campaign.next.map((day) => <li key={day.date}>{bothCalendars(day, dates)}</li>)}</ul>}
    </>
  );
}
