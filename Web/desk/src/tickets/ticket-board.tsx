import { Link } from 'wouter';
import type { TicketStatus, TicketSummary } from '../api/ticket.ts';
import { Chip } from '../ui/chip.tsx';
import { Face } from '../ui/face.tsx';
import { useWords } from '../words/words.tsx';
import { Due } from './due.tsx';
import { LevelChip } from './level-chip.tsx';
import classes from './tickets.module.css';

export const ticketStatuses: readonly TicketStatus[] = ['open', 'inProgress', 'waiting', 'verifying', 'closed'];

export function TicketBoard({ tickets: all }: { readonly tickets: readonly TicketSummary[] }) {
  const { tickets } = useWords();
  return (
    <div className={classes.board} tabIndex={0} role="group" aria-label={tickets.board}>
      {ticketStatuses.map((status) => {
        const here = all.filter((ticket) => ticket.status === status);
        return (
          <section key={status} className={classes.column} aria-label={tickets.status[status]}>
            <h2 className={classes.columnHead}>{tickets.status[status]}<Chip>{here.length}</Chip></h2>
            {here.length === 0 && <p className={classes.quiet}>{tickets.emptyColumn}</p>}
            <ul className={classes.cards}>{here.map((ticket) => <li key={ticket.id}><Card ticket={ticket} /></li>)}</ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({ ticket }: { readonly ticket: TicketSummary }) {
  const { tickets } = useWords();
  const { id, reference, kind, level, title, owner } = ticket;
  return (
    <Link className={classes.card} href={`/tickets/${id}`}>
      <span className={classes.cardTop}><span>{reference} · {tickets.kinds[kind]}</span>{level !== 'general' && <LevelChip level={level} />}</span>
      <span className={classes.cardTitle} dir="auto">{title}</span>
      <span className={classes.cardFoot}>
        <span className={classes.owner}>{owner ? <><Face name={owner.name} id={owner.id} size="small" /><bdi>{owner.name}</bdi></> : tickets.unowned}</span>
        <Due ticket={ticket} />
      </span>
    </Link>
  );
}
