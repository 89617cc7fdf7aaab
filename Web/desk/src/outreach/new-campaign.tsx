import { useSearch } from 'wouter';
import { Trouble, Waiting } from '../ui/blank.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { startOf } from './campaign-draft.ts';
import { CampaignEditor } from './campaign-editor.tsx';
import { useCampaign } from './queries.ts';

/** A campaign that is not written down yet: empty, for a day of the year plan, or an old one used again. */
export function NewCampaign() {
  const { campaigns } = useOutreachWords();
  const search = new URLSearchParams(useSearch());
  const again = search.get('copy');
  if (again !== null) return <Again id={again} />;
  return <CampaignEditor campaign={undefined} start={startOf(search, undefined, campaigns.copyName)} />;
}

function Again({ id }: { readonly id: string }) {
  const { campaigns } = useOutreachWords();
  const found = useCampaign(id);
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Waiting />;
  return <CampaignEditor campaign={undefined} start={startOf(new URLSearchParams(), found.data, campaigns.copyName)} />;
}
