import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { Campaign, CampaignStatus } from '../api/outreach.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { CampaignView } from './campaign-view.tsx';
import { NewCampaign } from './new-campaign.tsx';
import { bothCalendars, clock, hasDay } from './days.ts';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';
import { useCampaigns, useSegments } from './queries.ts';
import { StatusChip } from './status-chip.tsx';

export default function CampaignsPage() {
  const { id } = useParams<{ id?: string }>();
  if (id === undefined) return <CampaignList />;
  return id === 'new' ? <NewCampaign /> : <CampaignView key={id} id={id} />;
}

function CampaignList() {
  const { outreach, campaigns } = useOutreachWords();
  const [, go] = useLocation();
  const found = useCampaigns();
  const [status, setStatus] = useState<string | null>(null);
  // What follows an event is written and switched on among the reminders.
  const all = found.data?.filter(({ occasion }) => occasion !== 'event') ?? [];
  const shown = all.filter((campaign) => status === null || campaign.status === status);
  return (
    <OutreachPage title={campaigns.title} lead={campaigns.lead} actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => go('/campaigns/new')}>{campaigns.new}</Button>}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && all.length === 0 && <Blank icon="send" title={campaigns.empty} lead={campaigns.emptyLead} />}
      {all.length > 0 && (
        <div className={classes.filters}>
          <Select aria-label={campaigns.status} placeholder={campaigns.status} clearable data={(Object.keys(outreach.statuses) as CampaignStatus[]).map((value) => ({ value, label: outreach.statuses[value] }))} value={status} onChange={setStatus} />
        </div>
      )}
      {all.length > 0 && shown.length === 0 && <Blank icon="filter" title={campaigns.emptyFiltered} />}
      {shown.length > 0 && <CampaignTable campaigns={shown} />}
    </OutreachPage>
  );
}

function CampaignTable({ campaigns: rows }: { readonly campaigns: readonly Campaign[] }) {
  const { outreach, campaigns } = useOutreachWords();
  const { dates } = useLanguage();
  const segments = useSegments().data ?? [];
  return (
    <div className={table.frame} tabIndex={0} role="region" aria-label={campaigns.title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{campaigns.name}</th>
            <th scope="col">{campaigns.status}</th>
            <th scope="col" className={table.hideable}>{campaigns.when}</th>
            <th scope="col" className={table.hideable}>{campaigns.whom}</th>
            <th scope="col">{campaigns.next}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((campaign) => {
            const next = campaign.next[0];
            const isOver = campaign.status === 'cancelled' || campaign.status === 'finished';
            return (
              <tr key={campaign.id}>
                <td><Link href={`/campaigns/${campaign.id}`} dir="auto">{campaign.name}</Link><br /><span className={classes.small}>{outreach.purposes[campaign.purpose]}</span></td>
                <td><StatusChip status={campaign.status} /></td>
                <td className={table.hideable}>{outreach.occasions[campaign.occasion]}</td>
                <td className={table.hideable} dir="auto">{campaign.everyone ? campaigns.everyone : segments.find(({ id }) => id === campaign.segmentId)?.name ?? '–'}</td>
                <td>{isOver || !hasDay(campaign) ? '–' : next === undefined ? campaigns.never : <>{bothCalendars(next, dates)} {clock(campaign.time)}</>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
