import type { Agent, DeskMessage, Person, PresenceState, Summary, ViewedPage } from '../api/conversation.ts';
import type { Floor } from '../api/floor.ts';
import type { TicketSummary } from '../api/ticket.ts';

/** What the journal keeps: a client that was away gets each of these, once and in order. */
export type DurableEvent =
  | { readonly type: 'conversation'; readonly summary: Summary }
  | { readonly type: 'message'; readonly conversationId: string; readonly message: DeskMessage }
  | { readonly type: 'ticket'; readonly summary: TicketSummary }
  | { readonly type: 'canned' }
  | { readonly type: 'agent'; readonly agent?: Agent };

/** What matters only to those who look at this moment. */
export type FleetingEvent =
  | { readonly type: 'typing'; readonly conversationId: string; readonly who: 'shopper' | Person }
  | { readonly type: 'offer'; readonly conversationId: string; readonly until: string; readonly summary: Summary }
  | { readonly type: 'presence'; readonly agentId: string; readonly state: PresenceState }
  | { readonly type: 'composing'; readonly conversationId: string; readonly agent: Person; readonly composing: boolean }
  | { readonly type: 'floor'; readonly floor: Floor }
  | { readonly type: 'message'; readonly conversationId: string; readonly message: DeskMessage }
  | { readonly type: 'peek'; readonly conversationId: string; readonly text: string }
  | { readonly type: 'page'; readonly conversationId: string; readonly page: ViewedPage };

export interface Frame {
  readonly cursor?: number;
  readonly events?: readonly DurableEvent[];
  readonly event?: FleetingEvent;
  readonly reset?: boolean;
}

/** An empty frame only keeps the connection alive; anything unreadable is left alone. */
export function readFrame(data: unknown): Frame | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined;
  }
}
