import type { TicketSummary } from '../api/ticket.ts';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { useMinutes } from '../ui/clock.ts';
import { useLanguage } from '../words/words.tsx';

const soon = 4 * 60;

/** When a ticket is due; amber in the last hours, red afterwards. */
export function Due({ ticket: { dueAt, overdue, status } }: { readonly ticket: TicketSummary }) {
  const { words: { tickets }, dates } = useLanguage();
  const minutes = useMinutes();
  if (!dueAt || status === 'closed') return null;
  const left = Date.parse(dueAt) / 60_000 - minutes;
  const isLate = overdue || left < 0;
  return (
    <Chip tone={isLate ? 'alarm' : left < soon ? 'warm' : 'plain'} title={isLate ? tickets.overdue : tickets.due}>
      <Icon name="clock" size={12} />
      {dates.full(new Date(dueAt))}
    </Chip>
  );
}
