import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Campaign, OutreachEvent } from '../api/outreach.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';
import { useCampaigns } from './queries.ts';
import { ReminderForm } from './reminder-form.tsx';
import { ReminderRow } from './reminder-row.tsx';

const events: readonly OutreachEvent[] = ['orderUnpaid', 'cartLeft', 'orderShipped', 'orderDelivered', 'serviceFinished', 'maintenanceDue'];

interface Editing {
  readonly event: OutreachEvent;
  readonly campaign: Campaign | undefined;
}

export default function RemindersPage() {
  const { outreach, reminders } = useOutreachWords();
  const found = useCampaigns();
  const [editing, setEditing] = useState<Editing>();
  const alive = found.data?.filter(({ status }) => status !== 'cancelled' && status !== 'finished') ?? [];
  const visits = alive.filter(({ occasion }) => occasion === 'visit');
  return (
    <OutreachPage title={reminders.title} lead={reminders.lead}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && events.map((event) => {
        const here = alive.filter((campaign) => campaign.event === event).toSorted((a, b) => a.delayMinutes - b.delayMinutes);
        return (
          <section key={event} className={cards.card} aria-label={outreach.events[event]}>
            <div className={classes.headRow}>
              <h2 className={cards.title}>{outreach.events[event]}</h2>
              <Button size="compact-sm" variant="default" aria-label={`${reminders.add}: ${outreach.events[event]}`} leftSection={<Icon name="plus" size={14} />} onClick={() => setEditing({ event, campaign: undefined })}>{reminders.add}</Button>
            </div>
            <p className={cards.lead}>{reminders.leads[event]}</p>
            {here.length === 0 && <p className={classes.small}>{reminders.none}</p>}
            <ul className={classes.rows}>{here.map((campaign) => <ReminderRow key={campaign.id} campaign={campaign} edit={() => setEditing({ event, campaign })} />)}</ul>
          </section>
        );
      })}
      {found.data !== undefined && (
        <section className={cards.card} aria-label={reminders.visits}>
          <div className={classes.headRow}>
            <h2 className={cards.title}>{reminders.visits}</h2>
            <Link href="/campaigns/new?visit=">{reminders.add}</Link>
          </div>
          <p className={cards.lead}>{reminders.visitsLead}</p>
          {visits.length === 0 && <p className={classes.small}>{reminders.none}</p>}
          <ul className={classes.rows}>{visits.map((campaign) => <ReminderRow key={campaign.id} campaign={campaign} edit={undefined} />)}</ul>
        </section>
      )}
      {editing !== undefined && <ReminderForm {...editing} close={() => setEditing(undefined)} />}
    </OutreachPage>
  );
}
