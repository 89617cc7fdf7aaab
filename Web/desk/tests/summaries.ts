import type { DeskMessage, Summary } from '../src/api/conversation.ts';
import type { Me } from '../src/api/staff.ts';

export const maya: Me = {
  id: 'maya', name: 'Maya', email: 'maya@shop.test', roles: ['agent'], locale: 'en', theme: 'auto', mustChangePassword: false, secondFactor: false, preferences: {},
  permissions: ['desk.read', 'desk.reply', 'tickets.write', 'customers.read', 'customers.write'],
};

export function summary(change: Partial<Summary> & { readonly id: string }): Summary {
  return {
    channel: 'directline', locale: 'en', shopper: { id: `shopper of ${change.id}`, name: 'Ellen', customerId: null, vip: false, blocked: false }, status: 'open', owner: 'agent',
    assignee: { id: 'maya', name: 'Maya' }, team: null, last: null, unread: 0, waitingSince: null, queuedAt: null, priority: 'normal', skill: null, reason: null, summary: null,
    snoozedUntil: null, tags: [], offer: null, revision: 1, ...change,
  };
}

export function message(sequence: number, change: Partial<DeskMessage> = {}): DeskMessage {
  return {
    sequence, at: new Date(Date.UTC(2026, 0, 1, 9, 0, sequence)).toISOString(), sender: 'shopper', author: null, text: `message ${sequence}`, textFormat: 'plain',
    attachments: [], suggestedActions: [], clientId: null, ...change,
  };
}
