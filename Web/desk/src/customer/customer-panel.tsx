import { ActionIcon, Button, CopyButton, Modal, TagsInput, Textarea, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Conversation } from '../api/conversation.ts';
import type { CustomerCard } from '../api/customer.ts';
import { post, remove } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMay } from '../session/session.ts';
import { useActions } from '../thread/use-actions.ts';
import { LevelChip } from '../tickets/level-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { useMinutes } from '../ui/clock.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { SafeLink } from '../ui/markdown.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';
import classes from './customer-panel.module.css';
import { money, orderTone } from './orders.ts';

/** Who the shopper is, beside the conversation. */
export function CustomerPanel({ conversation }: { readonly conversation: Conversation }) {
  const { words } = useLanguage();
  const { customer: said, common, tickets: ticketWords } = words;
  const may = useMay();
  const { shopper, customer, tickets, id } = conversation;
  const name = customer?.name ?? shopper.name ?? common.nameless;
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
      {customer === null || customer === undefined ? <p className={classes.quiet}>{said.unknownLead}</p> : <Contacts customer={customer} />}
      <Tags conversation={conversation} />
      {customer && (
        <Part title={said.orders}>
          {customer.orders.length === 0 && <p className={classes.quiet}>{said.noOrders}</p>}
          <Orders customer={customer} />
        </Part>
      )}
      <Part title={said.tickets} action={may('tickets.write') && <Tooltip label={said.newTicket}><ActionIcon size="sm" component={Link} href={`/tickets?new=${id}`} aria-label={said.newTicket}><Icon name="plus" size={16} /></ActionIcon></Tooltip>}>
        {(tickets ?? []).length === 0 && <p className={classes.quiet}>{said.noTickets}</p>}
        <ul className={classes.rows}>
          {(tickets ?? []).map((ticket) => (
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
      <Part title={said.about}><About conversation={conversation} /></Part>
      {customer && customer.consents.length > 0 && <Part title={said.consent}><Consents customer={customer} /></Part>}
      {customer && may('customers.write') && <Blocking customer={customer} conversationId={id} />}
    </div>
  );
}

function Part({ title, action, children }: { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div className={classes.partHead}><h4 className={classes.partTitle}>{title}</h4>{action}</div>
      {children}
    </section>
  );
}

function Contacts({ customer }: { readonly customer: CustomerCard }) {
  const { customer: said, common } = useLanguage().words;
  return (
    <ul className={classes.contacts}>
      {customer.contacts.map(({ kind, value, verified }) => (
        <li key={kind + value}>
          <span className="unseen">{said[kind]}</span>
          <bdi className={classes.value}>{value}</bdi>
          <Tooltip label={verified ? said.verified : said.unverified}><span className={classes.verified} data-verified={verified}><Icon name={verified ? 'check' : 'help'} size={14} /><span className="unseen">{verified ? said.verified : said.unverified}</span></span></Tooltip>
          <CopyButton value={value}>{({ copy, copied }) => <ActionIcon size="sm" aria-label={copied ? common.copied : `${common.copy}: ${value}`} onClick={copy}><Icon name={copied ? 'check' : 'file'} size={14} /></ActionIcon>}</CopyButton>
        </li>
      ))}
      {customer.note && <li className={classes.note} dir="auto">{customer.note}</li>}
      <li><Link className={classes.open} href={`/customers/${customer.id}`}>{said.open}</Link></li>
    </ul>
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

export function Orders({ customer }: { readonly customer: CustomerCard }) {
  const { locale, dates } = useLanguage();
  return (
    <ul className={classes.rows}>
      {customer.orders.map(({ number, status, total, currency, placedAt }) => (
        <li key={number} className={classes.row}>
          <span className={classes.order}><bdi className={classes.rowTitle}>{number}</bdi><span>{money(total, currency, locale)}</span></span>
          <span className={classes.rowMeta}><Chip tone={orderTone(status)}>{status}</Chip>{dates.short(new Date(placedAt))}</span>
        </li>
      ))}
    </ul>
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
            <span className={classes.rowTitle} dir="auto">{last ?? inbox.noMessages}</span>
            <span className={classes.rowMeta}>{dates.short(new Date(at))} · {inbox.status[status]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function About({ conversation: { page, locale, createdAt, customer } }: { readonly conversation: Conversation }) {
  const { words: { customer: said, common }, dates, locale: reader } = useLanguage();
  const minutes = useMinutes();
  const language = locale.startsWith('zh') ? common.locale.zh : locale.startsWith('en') ? common.locale.en : locale;
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

function Consents({ customer }: { readonly customer: CustomerCard }) {
  const { words: { customer: said }, dates } = useLanguage();
  return (
    <ul className={classes.rows}>
      {customer.consents.map(({ channel, purpose, given, at }) => (
        <li key={channel + purpose} className={classes.order}>
          <span dir="auto">{channel} · {purpose}</span>
          <Tooltip label={dates.full(new Date(at))}><span><Chip tone={given ? 'calm' : 'plain'}>{given ? said.given : said.withdrawn}</Chip></span></Tooltip>
        </li>
      ))}
    </ul>
  );
}

function Blocking({ customer, conversationId }: { readonly customer: CustomerCard; readonly conversationId: string }) {
  const { customer: said, actions } = useLanguage().words;
  const queries = useQueryClient();
  const { trouble } = useTell();
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: (blocks: boolean) => (blocks ? post(`/api/customers/${customer.id}/block`, { reason: reason.trim() }) : remove(`/api/customers/${customer.id}/block`)),
    onSuccess: () => {
      close();
      setReason('');
      void queries.invalidateQueries({ queryKey: keys.conversation(conversationId) });
      void queries.invalidateQueries({ queryKey: keys.customer(customer.id) });
    },
    onError: trouble,
  });
  if (customer.blocked) {
    return (
      <Part title={said.blocked}>
        <p className={classes.quiet} dir="auto">{customer.blocked.reason}</p>
        <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate(false)}>{said.unblock}</Button>
      </Part>
    );
  }
  return (
    <div className={classes.part}>
      <Button size="compact-sm" variant="subtle" color="red" leftSection={<Icon name="block" size={15} />} onClick={open}>{actions.block}</Button>
      <Modal opened={isOpen} onClose={close} title={said.blockTitle} size="sm">
        <p className={classes.quiet}>{said.blockLead}</p>
        <Textarea label={said.blockReason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} maxLength={500} required data-autofocus />
        <Button mt="md" fullWidth color="red.9" disabled={reason.trim() === ''} loading={change.isPending} onClick={() => change.mutate(true)}>{actions.block}</Button>
      </Modal>
    </div>
  );
}
