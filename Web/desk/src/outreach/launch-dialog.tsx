import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, DryRun } from '../api/outreach.ts';
import { Waiting } from '../ui/blank.tsx';
import { FaultList } from '../ui/faults.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { hasDay } from './days.ts';
import { SureDialog } from './sure-dialog.tsx';

interface Properties {
  readonly campaign: Campaign;
  readonly close: () => void;
  /** What keeps it from being launched is shown at the fields. */
  readonly refused: (error: unknown) => void;
}

/** Says once more to how many it goes. */
export function LaunchDialog({ campaign, close, refused }: Properties) {
  const { outreach, campaigns } = useOutreachWords();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const { done } = useTell();
  const { id, version } = campaign;
  const summary = useQuery({ queryKey: keys.campaignLook(id, 'dry-run', { version }), queryFn: () => get<DryRun>(`/api/outreach/campaigns/${id}/dry-run`) });
  const launch = useMutation({
    mutationFn: () => post<Campaign>(`/api/outreach/campaigns/${id}/launch`),
    onSuccess: (launched) => {
      queries.setQueryData(keys.campaign(id), launched);
      void queries.invalidateQueries({ queryKey: keys.campaigns });
      done(launched.status === 'awaitingApproval' ? campaigns.waits : campaigns.launched);
    },
    onError: refused,
    onSettled: close,
  });
  const people = outreach.count((summary.data?.included ?? 0).toLocaleString(locale));
  return (
    <SureDialog title={campaigns.launchTitle} verb={campaigns.launch} isBusy={launch.isPending} close={close} act={() => launch.mutate()}>
      {summary.isPending && <Waiting />}
      <FaultList error={summary.error} title={outreach.faults} />
      {summary.data !== undefined && <p>{campaign.occasion === 'event' ? campaigns.launchEvent : hasDay(campaign) ? campaigns.launchNow(people) : campaigns.launchPersonal} {campaigns.launchApproval}</p>}
    </SureDialog>
  );
}
