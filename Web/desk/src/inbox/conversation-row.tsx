import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { Last, Summary } from '../api/conversation.ts';
import { useMoment } from '../stream/live.tsx';
import { Chip } from '../ui/chip.tsx';
import { age, useMinutes } from '../ui/clock.ts';
import { Face } from '../ui/face.tsx';
import { localeName, shopperName, useWords } from '../words/words.tsx';
import classes from './conversation-row.module.css';
import { WaitClock } from './wait-clock.tsx';

interface Properties {
  readonly summary: Summary;
  readonly isChosen: boolean;
  readonly isSelected: boolean;
  readonly isSelecting: boolean;
  readonly showsOwner: boolean;
  readonly open: (id: string) => void;
  readonly toggle: (id: string) => void;
}

export const ConversationRow = memo(function ConversationRow({ summary, isChosen, isSelected, isSelecting, showsOwner, open, toggle }: Properties) {
  const words = useWords();
  const { inbox, common, thread } = words;
  const { id, shopper, last, unread, waitingSince, channel, locale, priority, tags, assignee, owner } = summary;
  const name = shopperName(shopper, words);
  const isTyping = useMoment(({ typing }) => typing.has(id));
  return (
    <div className={classes.row} data-chosen={isChosen} data-unread={unread > 0} data-selecting={isSelecting}>
      <span className={classes.mark}>
        <Face name={name} id={shopper.id} />
        <Checkbox className={classes.check} size="xs" aria-label={inbox.select(name)} checked={isSelected} onChange={() => toggle(id)} />
      </span>
      <a className={classes.link} href={`/desk/inbox/${id}`} aria-current={isChosen ? 'true' : undefined}
        onClick={(event) => { if (!event.ctrlKey && !event.metaKey) { event.preventDefault(); open(id); } }}>
        <span className={classes.line}>
          <span className={classes.name} dir="auto">{name}</span>
          {shopper.vip && <Chip tone="warm">VIP</Chip>}
          <span className={classes.when}>{waitingSince ? <WaitClock since={waitingSince} /> : last && <Age at={last.at} />}</span>
        </span>
        <span className={classes.line}>
          <span className={classes.preview} dir="auto">{isTyping ? <em className={classes.typing}>{thread.shopperTyping(name)}</em> : <Preview last={last} otherwise={summary.summary ?? summary.reason} />}</span>
          {unread > 0 && <span className={classes.unread}><span aria-hidden="true">{unread > 99 ? '99+' : unread}</span><span className="unseen">{inbox.unread(unread)}</span></span>}
        </span>
        <span className={classes.line}>
          <span className={classes.about}>{inbox.channels[channel] ?? channel}<span aria-hidden="true"> · </span>{localeName(locale, common.locale)}</span>
          {priority !== 'normal' && <Chip tone={priority === 'urgent' ? 'alarm' : 'hot'}>{inbox[priority]}</Chip>}
          {shopper.blocked && <Chip tone="alarm">{inbox.blocked}</Chip>}
          {tags.slice(0, 2).map((tag) => <Chip key={tag}><bdi className={classes.tag}>{tag}</bdi></Chip>)}
          {showsOwner && owner === 'agent' && assignee && <span className={classes.owner} dir="auto">{assignee.name}</span>}
        </span>
      </a>
    </div>
  );
});

function Age({ at }: { readonly at: string }) {
  const words = useWords();
  const minutes = useMinutes();
  return <time className={classes.age} dateTime={at}>{age(minutes * 60 - Date.parse(at) / 1000, words)}</time>;
}

function Preview({ last, otherwise }: { readonly last: Last | null; readonly otherwise: string | null }) {
  const { inbox } = useWords();
  // What happened last may have been no message at all.
  if (!last?.text) return otherwise ?? inbox.noMessages;
  const prefix = { shopper: '', activity: '', bot: `${inbox.bot}: `, note: `${inbox.note}: `, agent: `${inbox.team}: ` }[last.sender];
  return <><span className={classes.prefix}>{prefix}</span>{last.text}</>;
}
