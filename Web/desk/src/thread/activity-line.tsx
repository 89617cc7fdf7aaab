import type { DeskMessage } from '../api/conversation.ts';
import { useLanguage, type Words } from '../words/words.tsx';
import classes from './message.module.css';

/** What happened to the conversation, between the messages. */
export function ActivityLine({ message }: { readonly message: DeskMessage }) {
  const { words, dates } = useLanguage();
  const note = message.activity?.note;
  return (
    <p className={classes.activity}>
      <bdi>{sentence(message, words)}</bdi>
      <time dateTime={message.at}>{dates.time(new Date(message.at))}</time>
      {note && <span className={classes.activityNote} dir="auto">{note}</span>}
    </p>
  );
}

type Kind = Exclude<keyof Words['activities'], 'somebody'>;

function sentence({ activity, text, author }: DeskMessage, { activities }: Words): string {
  const kind = activity?.kind ?? '';
  if (!isKnown(kind, activities)) return text ?? kind;
  const say: (who: string, to: string) => string = activities[kind];
  return say((activity?.actor ?? author)?.name ?? activities.somebody, activity?.to ?? activities.somebody);
}

function isKnown(kind: string, activities: Words['activities']): kind is Kind {
  return kind !== 'somebody' && Object.hasOwn(activities, kind);
}
