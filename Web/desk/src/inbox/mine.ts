import { startFilter, useList } from './lists.ts';

/** Unread messages in the conversations that are one's own. */
export function useMineUnread(): number {
  return useList(startFilter).items.reduce((sum, { unread }) => sum + unread, 0);
}
