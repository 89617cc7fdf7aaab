import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Permission } from '../session/session.ts';
import type { IconName } from '../ui/icon.tsx';

export type PageName =
  | 'inbox' | 'search' | 'tickets' | 'customers' | 'floor' | 'shifts' | 'canned' | 'users' | 'audit' | 'profile'
  | 'plan' | 'campaigns' | 'segments' | 'templates' | 'reminders' | 'undelivered' | 'jobs' | 'outbox';

export interface DeskPage {
  readonly name: PageName;
  readonly path: string;
  readonly icon: IconName;
  /** Undefined for what everybody may open. */
  readonly permission: Permission | undefined;
  /** Pages that share one entry of the navigation, and are switched between at their head. */
  readonly group?: 'outreach';
  readonly view: LazyExoticComponent<ComponentType>;
}

/** Each page is a bundle of its own, fetched when it is first opened. */
export const pages: readonly DeskPage[] = [
  { name: 'inbox', path: '/inbox', icon: 'inbox', permission: 'desk.read', view: lazy(() => import('../inbox/inbox-page.tsx')) },
  { name: 'search', path: '/search', icon: 'search', permission: 'desk.read', view: lazy(() => import('../search/search-page.tsx')) },
  { name: 'tickets', path: '/tickets', icon: 'ticket', permission: 'tickets.read', view: lazy(() => import('../tickets/tickets-page.tsx')) },
  { name: 'customers', path: '/customers', icon: 'people', permission: 'customers.read', view: lazy(() => import('../customer/customers-page.tsx')) },
  { name: 'floor', path: '/floor', icon: 'floor', permission: 'desk.supervise', view: lazy(() => import('../floor/floor-page.tsx')) },
  { name: 'shifts', path: '/shifts', icon: 'calendar', permission: 'desk.shifts', view: lazy(() => import('../floor/shifts-page.tsx')) },
  { name: 'canned', path: '/replies', icon: 'bolt', permission: 'desk.reply', view: lazy(() => import('../settings/canned-page.tsx')) },
  { name: 'plan', path: '/plan', icon: 'megaphone', permission: 'outreach.write', group: 'outreach', view: lazy(() => import('../outreach/plan-page.tsx')) },
  { name: 'campaigns', path: '/campaigns', icon: 'send', permission: 'outreach.write', group: 'outreach', view: lazy(() => import('../outreach/campaigns-page.tsx')) },
  { name: 'segments', path: '/segments', icon: 'filter', permission: 'outreach.write', group: 'outreach', view: lazy(() => import('../outreach/segments-page.tsx')) },
  { name: 'templates', path: '/templates', icon: 'note', permission: 'outreach.write', group: 'outreach', view: lazy(() => import('../outreach/templates-page.tsx')) },
  { name: 'reminders', path: '/reminders', icon: 'clock', permission: 'outreach.write', group: 'outreach', view: lazy(() => import('../outreach/reminders-page.tsx')) },
  { name: 'undelivered', path: '/undelivered', icon: 'alert', permission: 'outreach.write', group: 'outreach', view: lazy(() => import('../outreach/undelivered-page.tsx')) },
  { name: 'jobs', path: '/jobs', icon: 'gear', permission: 'settings.write', group: 'outreach', view: lazy(() => import('../outreach/jobs-page.tsx')) },
  { name: 'outbox', path: '/outbox', icon: 'shield', permission: 'settings.write', group: 'outreach', view: lazy(() => import('../outreach/outbox-page.tsx')) },
  { name: 'users', path: '/users', icon: 'key', permission: 'users.manage', view: lazy(() => import('../people/users-page.tsx')) },
  { name: 'audit', path: '/audit', icon: 'shield', permission: 'audit.read', view: lazy(() => import('../people/audit-page.tsx')) },
  { name: 'profile', path: '/profile', icon: 'user', permission: undefined, view: lazy(() => import('../settings/profile-page.tsx')) },
];
