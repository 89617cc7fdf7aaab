import type { DeskMessage } from '../api/conversation.ts';
import type { Outgoing } from '../stream/outbox.ts';

export type Row =
  | { readonly kind: 'start'; readonly key: 'start' }
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: 'unread' }
  | { readonly kind: 'activity'; readonly key: string; readonly message: DeskMessage }
  | { readonly kind: 'message'; readonly key: string; readonly message: DeskMessage; readonly opensGroup: boolean }
  | { readonly kind: 'pending'; readonly key: string; readonly outgoing: Outgoing };

/** Said by one person within this time, messages stand together under one name. */
const together = 3 * 60_000;

/** What the thread shows, line by line. */
export function rowsOf(messages: readonly DeskMessage[], isWhole: boolean, unreadFrom: number | undefined, pending: readonly Outgoing[]): Row[] {
  const rows: Row[] = isWhole ? [{ kind: 'start', key: 'start' }] : [];
  const stored = new Set(messages.map(({ clientId }) => clientId));
  let before: DeskMessage | undefined;
  for (const message of messages) {
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
    const isFirstUnread = message.sequence === unreadFrom;
    if (isNewDay) rows.push({ kind: 'day', key: `day ${dayOf(message.at)}`, at: message.at });
    if (isFirstUnread) rows.push({ kind: 'unread', key: 'unread' });
    if (message.sender === 'activity' && isSaidAgain(before, message)) continue;
    if (message.sender === 'activity') rows.push({ kind: 'activity', key: String(message.sequence), message });
    else rows.push({ kind: 'message', key: String(message.sequence), message, opensGroup: isNewDay || isFirstUnread || !follows(before, message) });
    before = message;
  }
  for (const outgoing of pending) {
    if (!stored.has(outgoing.clientId)) rows.push({ kind: 'pending', key: outgoing.clientId, outgoing });
  }
  return rows;
}

function follows(before: DeskMessage | undefined, message: DeskMessage): boolean {
  return before !== undefined
    && before.sender === message.sender
    && before.author?.id === message.author?.id
    && Date.parse(message.at) - Date.parse(before.at) < together;
}

/** A hand-off is asked for and acknowledged; to its reader that is one thing. */
function isSaidAgain(before: DeskMessage | undefined, { activity }: DeskMessage): boolean {
  return before?.activity != null && before.activity.kind === activity?.kind && before.activity.actor?.id === activity.actor?.id && before.activity.to === activity.to;
}

function dayOf(at: string): string {
  return new Date(at).toDateString();
}
