import { isCard } from '@supportbot/shared/attachment.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import type { Conversation, DeskMessage } from '../api/conversation.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { useTell } from '../ui/tell.ts';
import { shopperName, useLanguage, type Words } from '../words/words.tsx';
import { Attachments, Unsupported } from './attachments.tsx';
import classes from './message.module.css';

interface Properties {
  readonly message: DeskMessage;
  readonly conversation: Conversation;
  readonly opensGroup: boolean;
  readonly isTarget: boolean;
}

export function MessageView({ message, conversation, opensGroup, isTarget }: Properties) {
  const { words, dates } = useLanguage();
  const { thread } = words;
  const { sender, text, textFormat, attachments, suggestedActions, at, sequence, campaign } = message;
  const isShopper = sender === 'shopper';
  const name = nameOf(message, conversation, words);
  const choices = suggestedActions?.map(({ title, value }) => title ?? String(value ?? '')).filter((choice) => choice !== '') ?? [];
  return (
    <article className={classes.message} data-side={isShopper ? 'other' : 'own'} data-opens={opensGroup} data-target={isTarget}>
      {opensGroup && (
        <div className={classes.head}>
          <Face name={name} id={isShopper ? conversation.shopper.id : message.author?.id ?? sender} size="small" isBot={sender === 'bot'} />
          <span className={classes.author} dir="auto">{name}</span>
          {sender === 'note' && <span className={classes.hidden}><Icon name={message.whisper ? 'eye' : 'note'} size={13} />{message.whisper ? thread.whisper : thread.note}</span>}
          <time className={classes.time} dateTime={at}>{dates.time(new Date(at))}</time>
        </div>
      )}
      <div className={classes.line}>
        <div className={classes.bubble} data-sender={sender} data-bare={!text && attachments?.length !== 0 && attachments?.every(({ contentType }) => isCard(contentType ?? ''))} title={dates.full(new Date(at))}>
          {text ? textFormat === 'plain' || isShopper ? <p className={classes.plain} dir="auto">{text}</p> : <Markdown text={text} /> : null}
          <Attachments attachments={attachments ?? []} />
          {!text && (attachments?.length ?? 0) === 0 && <Unsupported />}
        </div>
        <LinkButton path={`/desk/inbox/${conversation.id}?m=${sequence}`} />
      </div>
      {campaign != null && <p className={classes.campaign} dir="auto"><Icon name="megaphone" size={13} />{isShopper ? thread.answers(campaign.name) : thread.campaign(campaign.name)}</p>}
      {choices.length > 0 && (
        <ul className={classes.choices} aria-label={thread.choices}>{choices.map((choice, index) => <li key={index} dir="auto">{choice}</li>)}</ul>
      )}
    </article>
  );
}

function LinkButton({ path }: { readonly path: string }) {
  const { words: { thread } } = useLanguage();
  const { done } = useTell();
  return (
    <Tooltip label={thread.link}>
      <ActionIcon className={classes.link} size="sm" aria-label={thread.link} onClick={() => void navigator.clipboard.writeText(location.origin + path).then(() => done(thread.linkCopied))}>
        <Icon name="link" size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

function nameOf({ sender, author }: DeskMessage, { shopper }: Conversation, words: Words): string {
  if (sender === 'shopper') return shopperName(shopper, words);
  return author?.name ?? (sender === 'bot' ? words.thread.bot : words.activities.somebody);
}
