import type { TicketLevel } from '../api/ticket.ts';
import { Chip, type Tone } from '../ui/chip.tsx';
import { useWords } from '../words/words.tsx';

const tones: Readonly<Record<TicketLevel, Tone>> = { general: 'plain', repeat: 'hot', severe: 'alarm' };

export function LevelChip({ level }: { readonly level: TicketLevel }) {
  const { tickets } = useWords();
  return <Chip tone={tones[level]}>{tickets.levels[level]}</Chip>;
}
