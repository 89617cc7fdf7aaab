import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CustomerCard } from '../api/customer.ts';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../words/words.tsx';
import classes from './customer-panel.module.css';
import { money, orderTone } from './orders.ts';

export function Part({ title, action, children }: { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div className={classes.partHead}><h4 className={classes.partTitle}>{title}</h4>{action}</div>
      {children}
    </section>
  );
}

/** Masked by the service unless the reader may see more. */
export function Contacts({ customer }: { readonly customer: CustomerCard }) {
  const { customer: said, common } = useLanguage().words;
  return (
    <ul className={classes.contacts}>
      {customer.contacts.map(({ kind, value, verified }) => (
        <li key={kind + value}>
          <span className="unseen">{said[kind]}</span>
          <bdi className={classes.value}>{value}</bdi>
          <Tooltip label={verified ? said.verified : said.unverified}><span className={classes.verified} data-verified={verified}><Icon name={verified ? 'check' : 'help'} size={14} /><span className="unseen">{verified ? said.verified : said.unverified}</span></span></Tooltip>
          <CopyButton value={value}>{({ copy, copied }) => <ActionIcon size="sm" aria-label={copied ? common.copied : `${common.copy}: ${value}`} onClick={copy}><Icon name={copied ? 'check' : 'copy'} size={14} /></ActionIcon>}</CopyButton>
        </li>
      ))}
    </ul>
  );
}

export function Orders({ customer }: { readonly customer: CustomerCard }) {
  const { words: { customer: said }, locale, dates } = useLanguage();
  return (
    <ul className={classes.rows}>
      {customer.orders.map(({ number, status, total, currency, placedAt }) => (
        <li key={number} className={classes.row}>
          <span className={classes.order}><bdi className={classes.rowTitle}>{number}</bdi><span>{money(total, currency, locale)}</span></span>
          <span className={classes.rowMeta}><Chip tone={orderTone(status)}>{said.orderStatus[status] ?? status}</Chip>{dates.short(new Date(placedAt))}</span>
        </li>
      ))}
    </ul>
  );
}

export function Consents({ customer }: { readonly customer: CustomerCard }) {
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
