import { ActionIcon, Tooltip } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { PlanEntry } from '../api/outreach.ts';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { weeksOf } from './days.ts';
import classes from './plan.module.css';
import { StatusChip } from './status-chip.tsx';

interface Properties {
  readonly year: number;
  readonly month: number;
  readonly entries: readonly PlanEntry[];
}

/** A month at a glance, and in words what is on which day. */
export function PlanMonth({ year, month, entries }: Properties) {
  const { plan } = useOutreachWords();
  const { locale } = useLanguage();
  const name = new Intl.DateTimeFormat(locale, { month: 'long' }).format(new Date(year, month - 1, 1));
  const card = useRef<HTMLElement>(null);
  const now = new Date();
  const isNow = now.getFullYear() === year && now.getMonth() === month - 1;
  // What is over is seldom looked for.
  useEffect(() => {
    if (isNow) card.current?.scrollIntoView({ block: 'start' });
  }, [isNow]);
  return (
    <section ref={card} className={classes.month} aria-label={`${name} ${year}`}>
      <h2 className={classes.name}>{name}</h2>
      <Grid year={year} month={month} entries={entries} />
      {entries.length === 0 ? <p className={classes.quiet}>{plan.empty}</p> : <ul className={classes.entries}>{entries.map((entry) => <Entry key={`${entry.kind} ${entry.id} ${entry.day.date}`} entry={entry} />)}</ul>}
    </section>
  );
}

/** An ornament: every marked day stands in the list below with its name. */
function Grid({ year, month, entries }: Properties) {
  const kindOf = (day: number) => entries.filter((entry) => Number(entry.day.date.slice(8)) === day).map(({ kind }) => kind).toSorted()[0];
  const { locale } = useLanguage();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'narrow' });
  // 1 June 2026 is a Monday.
  const days = Array.from({ length: 7 }, (_, index) => weekday.format(new Date(2026, 5, 1 + index)));
  const now = new Date();
  const isToday = (day: number) => now.getFullYear() === year && now.getMonth() === month - 1 && now.getDate() === day;
  return (
    <div className={classes.grid} aria-hidden="true">
      {days.map((day, index) => <b key={index}>{day}</b>)}
      {weeksOf(year, month).flatMap((week, at) => week.map((day, index) => <span key={`${at} ${index}`} data-kind={day === null ? undefined : kindOf(day)} data-today={day !== null && isToday(day)} data-weekend={index > 4}>{day}</span>))}
    </div>
  );
}

function Entry({ entry }: { readonly entry: PlanEntry }) {
  const { plan } = useOutreachWords();
  const { locale } = useLanguage();
  const [, go] = useLocation();
  const { day, kind, id, english, chinese, status } = entry;
  const name = locale === 'zh' ? chinese : english;
  const canGreet = kind === 'festival' || kind === 'ownerDay';
  const greet = () => go(`/campaigns/new?${new URLSearchParams({ [kind === 'festival' ? 'festival' : 'day']: id })}`);
  return (
    <li className={classes.entry}>
      <time className={classes.day} dateTime={day.date}>{Number(day.date.slice(8))}<small>{day.chinese}</small></time>
      <span className={classes.what}>
        {kind === 'campaign' ? <Link href={`/campaigns/${id}`} dir="auto">{name}</Link> : <span dir="auto">{name}</span>}
        {kind !== 'festival' && (status === null ? <Chip tone={kind === 'dayOff' ? 'calm' : kind === 'workday' ? 'hot' : 'plain'}>{plan.kinds[kind]}</Chip> : <StatusChip status={status} />)}
      </span>
      {canGreet && <Tooltip label={plan.greet(name)}><ActionIcon size="md" aria-label={plan.greet(name)} onClick={greet}><Icon name="plus" size={14} /></ActionIcon></Tooltip>}
    </li>
  );
}
