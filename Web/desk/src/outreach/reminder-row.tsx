import { ActionIcon, Switch, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign } from '../api/outreach.ts';
import { Icon } from '../ui/icon.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { clock } from './days.ts';
import { delayText } from './delay.ts';
import classes from './outreach.module.css';
import { useSegments, useTemplates } from './queries.ts';
import { SureDialog } from './sure-dialog.tsx';

interface Properties {
  readonly campaign: Campaign;
  /** Undefined where it is written on a page of its own. */
  readonly edit: (() => void) | undefined;
}

export function ReminderRow({ campaign, edit }: Properties) {
  const { outreach, campaigns, reminders } = useOutreachWords();
  const { words: { common }, locale } = useLanguage();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const templates = useTemplates().data ?? [];
  const segment = useSegments().data?.find(({ id }) => id === campaign.segmentId);
  const [isEnding, setEnding] = useState(false);
  const { id, status, occasion, delayMinutes } = campaign;
  const isOn = status === 'running' || status === 'awaitingApproval';
  const move = useMutation({
    mutationFn: (verb: string) => post<Campaign>(`/api/outreach/campaigns/${id}/${verb}`),
    onError: trouble,
    onSettled: () => {
      setEnding(false);
      return queries.invalidateQueries({ queryKey: keys.campaigns });
    },
  });
  const toggle = () => move.mutate(status === 'draft' ? 'launch' : status === 'awaitingApproval' ? 'withdraw' : status === 'running' ? 'pause' : 'resume');
  const when = occasion === 'visit' ? clock(campaign.time) : delayText(delayMinutes, reminders, locale === 'zh');
  const texts = campaign.variants.map(({ templateId }) => templates.find((template) => template.id === templateId)?.name ?? '–').join(', ');
  const channels = campaign.channels.map((reach) => outreach.reaches[reach]).join(locale === 'zh' ? '、' : ', ');
  return (
    <li className={classes.row}>
      <Switch aria-label={reminders.on(campaign.name)} checked={isOn} disabled={move.isPending} onChange={toggle} />
      <div className={classes.grow}>
        <strong><Link className={classes.link} href={`/campaigns/${id}`}>{when}</Link></strong>
        <div className={classes.small} dir="auto">{[texts, channels, segment?.name, status === 'awaitingApproval' ? outreach.statuses[status] : undefined].filter((part) => part).join(' · ')}</div>
      </div>
      {edit !== undefined && <Tooltip label={isOn ? reminders.fixed : common.edit}><ActionIcon aria-label={`${common.edit}: ${campaign.name}`} disabled={isOn} onClick={edit}><Icon name="pencil" size={16} /></ActionIcon></Tooltip>}
      <Tooltip label={reminders.end}><ActionIcon aria-label={`${reminders.end}: ${campaign.name}`} onClick={() => setEnding(true)}><Icon name="trash" size={16} /></ActionIcon></Tooltip>
      {isEnding && <SureDialog title={reminders.endTitle} verb={reminders.end} isDanger isBusy={move.isPending} close={() => setEnding(false)} act={() => move.mutate('cancel')}><p>{campaigns.name}: <bdi>{campaign.name}</bdi>. {reminders.endLead}</p></SureDialog>}
    </li>
  );
}
