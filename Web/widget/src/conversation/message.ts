import type { CardAction } from '@supportbot/shared/attachment.ts';
import type { Activity } from '../directline/activity.ts';
import type { Locale } from '@supportbot/shared/locale.ts';

/** A message of the shopper's, complete and unchanging, so that sending it again sends the same. */
export interface Outgoing {
  readonly clientId: string;
  readonly activity: Activity;
  readonly files: readonly File[];
}

export function compose(text: string, files: readonly File[], locale: Locale, now: Date): Outgoing {
  return outgoing({ text }, files, locale, now);
}

/** Something the shopper has done rather than said. */
export function composeEvent(name: string, value: unknown, locale: Locale, now: Date): Outgoing {
  return outgoing({ type: 'event', name, value }, [], locale, now);
}

/** What pressing a suggested action or a card's button says; undefined for actions that open something instead. */
export function composeAction(action: CardAction, locale: Locale, now: Date): Outgoing | undefined {
  const { type, title, value } = action;
  const said = action.displayText ?? title ?? action.text ?? '';
  switch (type) {
    case 'imBack':
      return outgoing({ text: String(value ?? title ?? '') }, [], locale, now);
    case 'postBack':
      return outgoing({ ...spoken(value), channelData: { postBack: true, displayText: said } }, [], locale, now);
    case 'messageBack':
      return outgoing({ text: action.text ?? '', value, channelData: { displayText: said } }, [], locale, now);
    default:
      return undefined;
  }
}

function spoken(value: unknown): Partial<Activity> {
  return typeof value === 'string' ? { text: value } : { value };
}

function outgoing(content: Partial<Activity>, files: readonly File[], locale: Locale, now: Date): Outgoing {
  const clientId = newClientId();
  return {
    clientId,
    files,
    activity: {
      type: 'message',
      from: { role: 'user' },
      textFormat: 'plain',
      locale,
      localTimestamp: withOffset(now),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...content,
      channelData: { ...content.channelData, clientActivityID: clientId },
    },
  };
}

/** `crypto.randomUUID` exists on secure pages only; this works on any. */
function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function withOffset(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const pad = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
