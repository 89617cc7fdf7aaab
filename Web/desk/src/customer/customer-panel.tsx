import { ActionIcon, TagsInput, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Conversation, Page } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { TicketSummary } from '../api/ticket.ts';
import { useMay } from '../session/session.ts';
import { useActions } from '../thread/use-actions.ts';
import { LevelChip } from '../tickets/level-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { useMinutes } from '../ui/clock.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { SafeLink } from '../ui/markdown.tsx';
import { localeName, shopperName, useLanguage } from '../words/words.tsx';
import { Blocking } from './blocking.tsx';
import classes from './customer-panel.module.css';
import { GuestFile } from './guest-file.tsx';
import { Consents, Contacts, Orders, Part } from './customer-parts.tsx';

/** The file of the shopper, if it is known whose it is. */
function useCustomerOf({ customer, shopper: { customerId } }: Conversation): CustomerCard | null | undefined {
  const may = useMay();
  const found = useQuery({
    queryKey: keys.customer(customerId ?? ''),
    queryFn: () => get<CustomerCard>(`/api/customers/${customerId}`),
    enabled: !customer && !!customerId && may('customers.read'),
  });
  return customer ?? found.data;
}

const openOnes = 'open,inProgress,waiting,verifying';

/** Of the customer where one is known, so that an earlier complaint is seen too. */
function useTicketsOf({ id, shopper: { customerId } }: Conversation): readonly TicketSummary[] {
  const may = useMay();
  const query = { status: openOnes, ...(customerId ? { customerId } : { conversationId: id }) };
  return useQuery({ queryKey: keys.ticketList(query), queryFn: () => get<Page<TicketSummary>>('/api/tickets', query), enabled: may('tickets.read') }).data?.items ?? [];
}

/** Who the shopper is, beside the conversation. */
export function CustomerPanel({ conversation }: { readonly conversation: Conversation }) {
  const { words } = useLanguage();
  const { customer: said, tickets: ticketWords } = words;
  const may = useMay();
  const { shopper, id } = conversation;
  const tickets = useTicketsOf(conversation);
  const customer = useCustomerOf(conversation);
  const name = customer?.name ?? shopperName(shopper, words);
  return (
    <div className={classes.panel}>
      <header className={classes.top}>
        <Face name={name} id={shopper.id} />
        <div className={classes.who}>
          <h3 className={classes.name} dir="auto">{name}</h3>
          <div className={classes.chips}>
            {(customer?.vip ?? shopper.vip) && <Chip tone="warm">{said.vip}</Chip>}
            {customer?.segment && customer.segment !== 'vip' && <Chip tone="info">{said.segments[customer.segment] ?? customer.segment}</Chip>}
            {shopper.blocked && <Chip tone="alarm">{said.blocked}</Chip>}
          </div>
        </div>
      </header>
      {customer === null || customer === undefined ? (
        <>
          <p className={classes.quiet}>{said.unknownLead}</p>
          {may('customers.write') && <GuestFile conversation={conversation} />}
        </>
      ) : (
        <>
          <Contacts customer={customer} />
          {customer.note && <p className={classes.note} dir="auto">{customer.note}</p>}
          <Link className={classes.open} href={`/customers/${customer.id}`}>{said.open}</Link>
        </>
      )}
      <Tags conversation={conversation} />
      {customer && (
        <Part title={said.orders}>
          {customer.orders.length === 0 && <p className={classes.quiet}>{said.noOrders}</p>}
          <Orders customer={customer} />
        </Part>
      )}
      <Part title={said.tickets} action={may('tickets.write') && <Tooltip label={said.newTicket}><ActionIcon size="sm" component={Link} href={`/tickets?new=${id}`} aria-label={said.newTicket}><Icon name="plus" size={16} /></ActionIcon></Tooltip>}>
        {tickets.length === 0 && <p className={classes.quiet}>{said.noTickets}</p>}
        <ul className={classes.rows}>
          {tickets.map((ticket) => (
            <li key={ticket.id}>
              <Link className={classes.row} href={`/tickets/${ticket.id}`}>
                <span className={classes.rowTitle} dir="auto">{ticket.title}</span>
                <span className={classes.rowMeta}><LevelChip level={ticket.level} />{ticket.reference} · {ticketWords.status[ticket.status]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={said.history}><History conversation={conversation} /></Part>
      <Part title={said.about}><About conversation={conversation} customer={customer} /></Part>
      {customer && customer.consents.length > 0 && <Part title={said.consent}><Consents customer={customer} /></Part>}
      {customer && may('customers.write') && <Blocking customer={customer} />}
    </div>
  );
}

function Tags({ conversation: { id, tags } }: { readonly conversation: Conversation }) {
  const { customer: said } = useLanguage().words;
  const may = useMay();
  const { tag } = useActions(id);
  return (
    <Part title={said.tags}>
      <TagsInput aria-label={said.tags} placeholder={said.addTag} value={[...tags]} onChange={tag} maxTags={20} readOnly={!may('desk.reply')} variant="unstyled" className={classes.tags} />
    </Part>
  );
}

function History({ conversation: { history } }: { readonly conversation: Conversation }) {
  const { words: { customer: said, inbox }, dates } = useLanguage();
  if ((history ?? []).length === 0) return <p className={classes.quiet}>{said.noHistory}</p>;
  return (
    <ul className={classes.rows}>
      {history.map(({ id, at, last, status }) => (
        <li key={id}>
          <Link className={classes.row} href={`/inbox/${id}`}>
            <span className={classes.rowTitle} dir="auto">{last?.text || inbox.noMessages}</span>
            <span className={classes.rowMeta}>{dates.short(new Date(at))} · {inbox.status[status]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function About({ conversation: { page, locale, createdAt }, customer }: { readonly conversation: Conversation; readonly customer: CustomerCard | null | undefined }) {
  const { words: { customer: said, common }, dates, locale: reader } = useLanguage();
  const minutes = useMinutes();
  const language = localeName(locale, common.locale);
  return (
    <dl className={classes.facts}>
      {page && <><dt>{said.page}</dt><dd dir="auto"><SafeLink address={page.url}>{page.title ?? page.url}</SafeLink></dd></>}
      <dt>{said.language}</dt><dd>{language}</dd>
      {customer?.zone && <><dt>{said.zone}</dt><dd>{localTime(minutes, customer.zone, reader)}</dd></>}
      <dt>{said.started}</dt><dd>{dates.full(new Date(createdAt))}</dd>
      {customer && <><dt>{said.since}</dt><dd>{dates.short(new Date(customer.createdAt))}</dd></>}
    </dl>
  );
}

function localTime(minutes: number, zone: string, locale: string): string {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(minutes * 60_000);
  } catch {
    return zone;
  }
}
