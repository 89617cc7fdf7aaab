import { Link } from 'wouter';
import type { TicketSummary } from '../api/ticket.ts';
import table from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { useLanguage } from '../words/words.tsx';
import { Due } from './due.tsx';
import { LevelChip } from './level-chip.tsx';

export function TicketTable({ tickets: all }: { readonly tickets: readonly TicketSummary[] }) {
  const { words: { tickets }, dates } = useLanguage();
  return (
    <div className={table.frame} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{tickets.reference}</th>
            <th scope="col">{tickets.ticketTitle}</th>
            <th scope="col">{tickets.setStatus}</th>
            <th scope="col" className={table.hideable}>{tickets.level}</th>
            <th scope="col" className={table.hideable}>{tickets.owner}</th>
            <th scope="col" className={table.hideable}>{tickets.due}</th>
            <th scope="col" className={table.hideable}>{tickets.created}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((ticket) => (
            <tr key={ticket.id}>
              <td><Link href={`/tickets/${ticket.id}`}>{ticket.reference}</Link></td>
              <td dir="auto">{ticket.title}</td>
              <td><Chip tone={ticket.status === 'closed' ? 'calm' : 'info'}>{tickets.status[ticket.status]}</Chip></td>
              <td className={table.hideable}><LevelChip level={ticket.level} /></td>
              <td className={table.hideable} dir="auto">{ticket.owner?.name ?? <span className={table.quiet}>{tickets.unowned}</span>}</td>
              <td className={table.hideable}><Due ticket={ticket} /></td>
              <td className={table.hideable}>{dates.short(new Date(ticket.createdAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
