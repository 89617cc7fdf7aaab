import type { DeskMessage, MessagePage } from '../api/conversation.ts';

/** The loaded end of a conversation: everything from the first message shown to the newest, without gaps. */
export interface Thread {
  readonly items: readonly DeskMessage[];
  readonly readTo: number;
}

export type Outcome = 'added' | 'known' | 'gap';

export const pageSize = 50;

export function open({ items, readTo }: MessagePage): Thread {
  return { items, readTo };
}

export function isWhole({ items }: Thread): boolean {
  return (items[0]?.sequence ?? 1) <= 1;
}

export function lastSequence({ items }: Thread): number {
  return items.at(-1)?.sequence ?? 0;
}

/** After a gap the thread is left alone: what lies between must be fetched. */
export function add(thread: Thread, message: DeskMessage): { readonly thread: Thread; readonly outcome: Outcome } {
  const last = lastSequence(thread);
  if (message.sequence <= last) return { thread, outcome: 'known' };
  if (message.sequence > last + 1) return { thread, outcome: 'gap' };
  return { thread: { ...thread, items: [...thread.items, message] }, outcome: 'added' };
}

/** What was fetched beyond the newest known message, without what came over the socket meanwhile. */
export function append(thread: Thread, messages: readonly DeskMessage[]): Thread {
  return messages.reduce((grown, message) => add(grown, message).thread, thread);
}

export function prepend(thread: Thread, messages: readonly DeskMessage[]): Thread {
  const first = thread.items[0]?.sequence ?? Infinity;
  return { ...thread, items: [...messages.filter(({ sequence }) => sequence < first), ...thread.items] };
}
