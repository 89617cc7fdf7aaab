import { Button } from '@mantine/core';
import { memo } from 'react';
import type { Conversation } from '../api/conversation.ts';
import { useLive } from '../stream/live.tsx';
import type { Outgoing } from '../stream/outbox.ts';
import { Icon } from '../ui/icon.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { useLanguage, useWords } from '../words/words.tsx';
import { ActivityLine } from './activity-line.tsx';
import { MessageView } from './message-view.tsx';
import attachment from './attachments.module.css';
import classes from './message.module.css';
import type { Row } from './rows.ts';

interface Properties {
  readonly row: Row;
  readonly conversation: Conversation;
  readonly isTarget: boolean;
}

export const RowView = memo(function RowView({ row, conversation, isTarget }: Properties) {
  const { thread } = useWords();
  switch (row.kind) {
    case 'start':
      return <p className={classes.day}>{thread.beginning}</p>;
    case 'day':
      return <Day at={row.at} />;
    case 'unread':
      return <p className={classes.unread}><span>{thread.unreadFrom}</span></p>;
    case 'activity':
      return <ActivityLine message={row.message} />;
    case 'message':
      return <MessageView message={row.message} conversation={conversation} opensGroup={row.opensGroup} isTarget={isTarget} />;
    case 'pending':
      return <Pending outgoing={row.outgoing} />;
  }
});

function Day({ at }: { readonly at: string }) {
  const { dates } = useLanguage();
  return <h3 className={classes.day}>{dates.dayName(new Date(at), new Date())}</h3>;
}

function Pending({ outgoing }: { readonly outgoing: Outgoing }) {
  const { thread } = useWords();
  const { outbox } = useLive();
  const { clientId, text, files, state, kind } = outgoing;
  return (
    <div className={classes.message} data-side="own" data-opens="true">
      <div className={classes.line}>
        <div className={classes.bubble} data-sender={kind === 'messages' ? 'agent' : 'note'} data-pending="true">
          {text !== '' && <Markdown text={text} />}
          {files.map(({ fileId, name }) => <span key={fileId} className={attachment.file}><Icon name="file" size={16} /><bdi>{name}</bdi></span>)}
        </div>
      </div>
      <div className={classes.meta} data-failed={state === 'failed'} role="status">
        {state === 'failed' ? thread.notSent : thread.sending}
        {state === 'failed' && <Button size="compact-xs" variant="subtle" onClick={() => outbox.retry()}>{thread.retry}</Button>}
        {state === 'failed' && <Button size="compact-xs" variant="subtle" color="red" onClick={() => outbox.discard(clientId)}>{thread.discard}</Button>}
      </div>
    </div>
  );
}
