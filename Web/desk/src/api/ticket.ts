import type { Person } from './conversation.ts';

export type TicketKind = 'complaint' | 'workOrder' | 'callBack';
export type TicketLevel = 'general' | 'repeat' | 'severe';
export type TicketStatus = 'open' | 'inProgress' | 'waiting' | 'verifying' | 'closed';

export interface TicketSummary {
  readonly id: string;
  readonly reference: string;
  readonly kind: TicketKind;
  readonly level: TicketLevel;
  readonly category: string | null;
  readonly title: string;
  readonly status: TicketStatus;
  readonly owner: Person | null;
  readonly department: string | null;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly conversationId: string | null;
  readonly customerId: string | null;
  readonly orderNumber: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export interface TicketEntry {
  readonly at: string;
  readonly actor: Person | null;
  readonly action: string;
  readonly detail: string | null;
}

export interface Ticket extends TicketSummary {
  readonly description: string | null;
  readonly wish: string | null;
  readonly contact: { readonly phone: string | null; readonly email: string | null; readonly address: string | null; readonly masked: boolean };
  /** Ids of what came with it. */
  readonly files: readonly string[];
  /** The appointment, on the store's clock. */
  readonly at: string | null;
  readonly history: readonly TicketEntry[];
}

export interface TicketCount {
  readonly kind: TicketKind;
  readonly category: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly opened: number;
  readonly closed: number;
  readonly closedLate: number;
  readonly escalated: number;
}

export interface NewTicket {
  readonly kind: TicketKind;
  readonly level: TicketLevel;
  readonly category: string;
  readonly title: string;
  readonly description: string;
  readonly wish?: string;
  readonly conversationId?: string;
  readonly customerId?: string;
  readonly orderNumber?: string;
}
