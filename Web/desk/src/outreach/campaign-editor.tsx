import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { post, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign } from '../api/outreach.ts';
import { isProblem } from '../api/problem.ts';
import { FaultList, faultsOf } from '../ui/faults.tsx';
import { useTell } from '../ui/tell.ts';
import { useUnsaved } from '../ui/unsaved.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useWords } from '../words/words.tsx';
import { draftOf, isChanged, valuesFor, type Draft } from './campaign-draft.ts';
import { CampaignDryRun } from './campaign-dry-run.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { CampaignMoves } from './campaign-moves.tsx';
import { CampaignPreview } from './campaign-preview.tsx';
import classes from './campaigns.module.css';
import { LaunchDialog } from './launch-dialog.tsx';
import { OutreachPage } from './outreach-page.tsx';
import { useNeededValues } from './template-values.ts';

interface Properties {
  /** Undefined while it is not written down yet. */
  readonly campaign: Campaign | undefined;
  readonly start: Draft;
}

export function CampaignEditor({ campaign, start }: Properties) {
  const { outreach, campaigns } = useOutreachWords();
  const { common } = useWords();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { done } = useTell();
  const [saved, setSaved] = useState(start);
  const [draft, setDraft] = useState(start);
  const [refusal, setRefusal] = useState<unknown>();
  const [isLaunching, setLaunching] = useState(false);
  const needed = useNeededValues(draft);
  const save = useMutation({
    mutationFn: () => {
      const body = { ...draft, values: needed === undefined ? draft.values : valuesFor(needed, draft.values), version: saved.version };
      return campaign === undefined ? post<Campaign>('/api/outreach/campaigns', body) : put<Campaign>(`/api/outreach/campaigns/${campaign.id}`, body);
    },
    onSuccess: (kept) => {
      setRefusal(undefined);
      unsaved.saved();
      setSaved(draftOf(kept));
      setDraft(draftOf(kept));
      queries.setQueryData(keys.campaign(kept.id), kept);
      void queries.invalidateQueries({ queryKey: keys.campaigns, exact: true });
      void queries.invalidateQueries({ queryKey: keys.plans });
      done(common.saved);
      if (campaign === undefined) go(`/campaigns/${kept.id}`, { replace: true });
    },
    onError: setRefusal,
  });
  const isUnsaved = campaign === undefined || isChanged(draft, saved);
  const unsaved = useUnsaved(isChanged(draft, saved));
  const reload = async () => {
    if (campaign === undefined) return;
    await queries.invalidateQueries({ queryKey: keys.campaign(campaign.id) });
    const fresh = queries.getQueryData<Campaign>(keys.campaign(campaign.id));
    if (fresh === undefined) return;
    setSaved(draftOf(fresh));
    setDraft(draftOf(fresh));
    setRefusal(undefined);
  };
  const isStale = isProblem(refusal, 'Changed');
  return (
    <OutreachPage title={campaign === undefined ? campaigns.new : saved.name} actions={(
      <>
        {campaign !== undefined && <CampaignMoves campaign={campaign} isOwn />}
        <Button variant={isUnsaved ? 'filled' : 'default'} disabled={!isUnsaved} loading={save.isPending} onClick={() => save.mutate()}>{campaigns.save}</Button>
        {campaign !== undefined && <Button disabled={isUnsaved} onClick={() => setLaunching(true)}>{campaigns.launch}</Button>}
      </>
    )}>
      {isStale && <Alert role="alert" color="yellow" variant="light" mb="md">{outreach.changed} <Button size="compact-sm" variant="default" onClick={() => void reload()}>{outreach.reload}</Button></Alert>}
      {!isStale && <div className={classes.faults}><FaultList error={refusal} title={outreach.faults} /></div>}
      <div className={classes.columns}>
        <div><CampaignForm draft={draft} faults={faultsOf(refusal)} set={(change) => setDraft({ ...draft, ...change })} /></div>
        {campaign !== undefined && (
          <div>
            {isUnsaved && <Alert color="yellow" variant="light" p="xs" mb="md" role="status">{campaigns.saveFirst}</Alert>}
            <CampaignPreview campaign={campaign} />
            <CampaignDryRun campaign={campaign} />
          </div>
        )}
      </div>
      {isLaunching && campaign !== undefined && <LaunchDialog campaign={campaign} close={() => setLaunching(false)} refused={setRefusal} />}
    </OutreachPage>
  );
}
