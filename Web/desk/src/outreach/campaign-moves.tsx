import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, CampaignStatus } from '../api/outreach.ts';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { SureDialog } from './sure-dialog.tsx';

export type Move = 'approve' | 'withdraw' | 'pause' | 'resume' | 'cancel';

const moves: Readonly<Record<CampaignStatus, readonly Move[]>> = {
  draft: ['cancel'],
  awaitingApproval: ['cancel', 'withdraw', 'approve'],
  running: ['cancel', 'pause'],
  paused: ['cancel', 'resume'],
  cancelled: [],
  finished: [],
};

export function useMove(id: string) {
  const { campaigns } = useOutreachWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  return useMutation({
    mutationFn: (move: Move) => post<Campaign>(`/api/outreach/campaigns/${id}/${move}`),
    onSuccess: (moved, move) => {
      queries.setQueryData(keys.campaign(id), moved);
      done(campaigns.done[move]);
    },
    onError: trouble,
    // Whatever came of it, somebody else may have been first.
    onSettled: () => queries.invalidateQueries({ queryKey: keys.campaigns }),
  });
}

/** What can be done with a campaign as it stands. */
export function CampaignMoves({ campaign, isOwn }: { readonly campaign: Campaign; readonly isOwn: boolean }) {
  const { campaigns } = useOutreachWords();
  const [, go] = useLocation();
  const [isEnding, setEnding] = useState(false);
  const move = useMove(campaign.id);
  const isOver = campaign.status === 'cancelled' || campaign.status === 'finished';
  return (
    <>
      {moves[campaign.status].map((name) => (
        <Button key={name} variant={name === 'approve' || name === 'resume' ? 'filled' : 'default'} disabled={name === 'approve' && isOwn} loading={move.isPending && move.variables === name} onClick={() => (name === 'cancel' ? setEnding(true) : move.mutate(name))}>{campaigns[name]}</Button>
      ))}
      {isOver && <Button variant="default" onClick={() => go(`/campaigns/new?copy=${campaign.id}`)}>{campaigns.copy}</Button>}
      {isEnding && <SureDialog title={campaigns.cancelTitle} verb={campaigns.cancel} isDanger isBusy={move.isPending} close={() => setEnding(false)} act={() => move.mutate('cancel', { onSettled: () => setEnding(false) })}>{campaigns.cancelLead}</SureDialog>}
    </>
  );
}
