import { Alert } from '@mantine/core';
import { useMe } from '../session/session.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import type { Campaign } from '../api/outreach.ts';
import { draftOf } from './campaign-draft.ts';
import { CampaignDryRun } from './campaign-dry-run.tsx';
import { CampaignEditor } from './campaign-editor.tsx';
import { Approval, CampaignFacts } from './campaign-facts.tsx';
import { CampaignMoves } from './campaign-moves.tsx';
import { CampaignPreview } from './campaign-preview.tsx';
import { CampaignResults } from './campaign-results.tsx';
import classes from './campaigns.module.css';
import { OutreachPage } from './outreach-page.tsx';
import { useCampaign } from './queries.ts';
import { StatusChip } from './status-chip.tsx';

/** One campaign: a form while it is a draft, afterwards what became of it. */
export function CampaignView({ id }: { readonly id: string }) {
  const { campaigns } = useOutreachWords();
  const found = useCampaign(id);
  if (found.data === undefined) {
    return (
      <OutreachPage title={campaigns.title}>
        {found.isError ? <Trouble error={found.error} retry={() => void found.refetch()} /> : <Waiting />}
      </OutreachPage>
    );
  }
  return found.data.status === 'draft' ? <CampaignEditor campaign={found.data} start={draftOf(found.data)} /> : <Launched campaign={found.data} />;
}

function Launched({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns } = useOutreachWords();
  const me = useMe();
  const waits = campaign.status === 'awaitingApproval';
  const isOwn = campaign.editedBy === me.id || campaign.createdBy === me.id;
  return (
    <OutreachPage title={campaign.name} actions={<CampaignMoves campaign={campaign} isOwn={isOwn} />}>
      {waits && <Alert color="yellow" variant="light" mb="md" role="status">{isOwn ? campaigns.approveOwn : campaigns.approveLead}<Approval campaign={campaign} /></Alert>}
      <div className={classes.columns}>
        <div>
          {!waits && <CampaignResults campaign={campaign} />}
          {waits && <CampaignDryRun campaign={campaign} />}
          <CampaignFacts campaign={campaign} chip={<StatusChip status={campaign.status} />} />
        </div>
        <div>
          <CampaignPreview campaign={campaign} />
          {(campaign.status === 'running' || campaign.status === 'paused') && <CampaignDryRun campaign={campaign} />}
        </div>
      </div>
    </OutreachPage>
  );
}
