import type { Attachment, CardAction } from '@supportbot/shared/attachment.ts';
import type { Locale } from '@supportbot/shared/locale.ts';
import type { CustomerCard } from './customer.ts';
import type { Skill } from './staff.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export type Sender = 'shopper' | 'bot' | 'agent' | 'note' | 'activity';
export type Status = 'open' | 'snoozed' | 'resolved';
export type Priority = 'normal' | 'high' | 'urgent';

export interface Last {
  readonly sequence: number;
  readonly sender: Sender;
  readonly text: string;
  readonly at: string;
}

export interface Offer {
  readonly agentId: string;
  readonly until: string;
}

export interface Shopper {
  readonly id: string;
  readonly name: string | null;
  readonly customerId: string | null;
  readonly vip: boolean;
  readonly blocked: boolean;
}

/** A conversation as the inbox lists it. */
export interface Summary {
  readonly id: string;
  readonly channel: string;
  readonly locale: string | null;
  readonly shopper: Shopper;
  readonly status: Status;
  readonly owner: 'bot' | 'queue' | 'agent';
  readonly assignee: Person | null;
  readonly team: string | null;
  readonly last: Last | null;
  readonly unread: number;
  /** The oldest shopper's message no person has answered, while a person is expected to. */
  readonly waitingSince: string | null;
  readonly queuedAt: string | null;
  readonly priority: Priority;
  readonly skill: string | null;
  readonly reason: string | null;
  readonly summary: string | null;
  readonly snoozedUntil: string | null;
  readonly tags: readonly string[];
  readonly offer: Offer | null;
  readonly revision: number;
}

/** The page of the store the shopper looks at. */
export interface ViewedPage {
  readonly url: string;
  readonly title: string | null;
}

export interface EarlierConversation {
  readonly id: string;
  readonly at: string;
  readonly last: Last | null;
  readonly status: Status;
}

export interface Conversation extends Summary {
  readonly createdAt: string;
  readonly customer?: CustomerCard | null;
  readonly page?: ViewedPage | null;
  readonly history: readonly EarlierConversation[];
}

export interface Activity {
  readonly kind: string;
  readonly actor?: Person | null;
  readonly to?: string | null;
  readonly until?: string | null;
  readonly note?: string | null;
}

export interface DeskMessage {
  readonly sequence: number;
  readonly at: string;
  readonly sender: Sender;
  readonly author: Person | null;
  readonly text: string | null;
  readonly textFormat: string | null;
  readonly attachments: readonly Attachment[] | null;
  readonly suggestedActions: readonly CardAction[] | null;
  readonly clientId: string | null;
  readonly whisper?: boolean | null;
  readonly activity?: Activity | null;
  /** The campaign that says it, or that it answers. */
  readonly campaign?: { readonly id: string; readonly name: string } | null;
}

export type View = 'mine' | 'unassigned' | 'all' | 'bot';
export type Counts = Readonly<Record<View, number>>;
export type Sort = 'waiting' | 'newest';

export interface Filter {
  readonly view: View;
  readonly status: Status;
  readonly sort: Sort;
  readonly channel?: string;
  readonly locale?: string;
  readonly tag?: string;
  readonly agent?: string;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filter: Filter;
}

export interface ConversationPage {
  readonly items: readonly Summary[];
  readonly next: string | null;
  readonly counts: Counts;
}

export interface MessagePage {
  readonly items: readonly DeskMessage[];
  readonly readTo: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type PresenceState = 'on' | 'away' | 'busy' | 'off';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly state: PresenceState;
  readonly since: string | null;
  readonly load: number;
  readonly capacity: number;
  readonly skills: readonly Skill[];
  readonly languages: readonly string[];
  readonly teams: readonly string[];
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly probability?: number;
}

export interface Suggestions {
  readonly question: string | null;
  readonly articles: readonly Article[];
}

export type Stage = 'greeting' | 'opening' | 'follow-up' | 'closing';

export interface Canned {
  readonly id: string;
  readonly shortcut: string;
  readonly title: string;
  readonly text: string;
  readonly locale: Locale;
  readonly scope: 'shared' | 'personal';
  readonly stage: Stage | null;
  readonly version: number;
}

export interface SearchHit {
  readonly id: string;
  readonly sequence: number;
  readonly title: string;
  readonly snippet: string;
  readonly matches?: readonly (readonly [number, number])[] | null;
  readonly at: string;
}

export interface DeskSettings {
  readonly store: Readonly<Record<Locale, string>>;
  readonly peek: boolean;
  readonly maxUploadBytes: number;
  readonly acceptedTypes: readonly string[];
}
