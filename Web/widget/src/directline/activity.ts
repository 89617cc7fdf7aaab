import type { Attachment, CardAction } from '@supportbot/shared/attachment.ts';

/** The parts of the Bot Framework Activity the widget reads or writes. */
export interface Activity {
  readonly type: string;
  readonly id?: string;
  readonly timestamp?: string;
  readonly localTimestamp?: string;
  readonly localTimezone?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly text?: string;
  readonly textFormat?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly attachments?: readonly Attachment[];
  readonly attachmentLayout?: string;
  readonly suggestedActions?: { readonly actions?: readonly CardAction[] };
  readonly channelData?: ChannelData;
}

export interface ChannelData {
  readonly clientActivityID?: string;
  readonly postBack?: boolean;
  /** What the shopper saw on the button, where the message itself says something else. */
  readonly displayText?: string;
  readonly 'webchat:sequence-id'?: number;
}

export interface ActivitySet {
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}

export function sequenceOf(activity: Activity): number | undefined {
  const sequence = activity.channelData?.['webchat:sequence-id'];
  return typeof sequence === 'number' ? sequence : undefined;
}

export function isFromShopper(activity: Activity): boolean {
  return activity.from?.role === 'user';
}
