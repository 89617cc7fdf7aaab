import type { CampaignStatus } from '../api/outreach.ts';
import { Chip, type Tone } from '../ui/chip.tsx';
import { useOutreachWords } from '../words/outreach.ts';

const tones: Readonly<Record<CampaignStatus, Tone>> = { draft: 'plain', awaitingApproval: 'warm', running: 'calm', paused: 'hot', cancelled: 'plain', finished: 'info' };

export function StatusChip({ status }: { readonly status: CampaignStatus }) {
  const { outreach } = useOutreachWords();
  return <Chip tone={tones[status]}>{outreach.statuses[status]}</Chip>;
}
