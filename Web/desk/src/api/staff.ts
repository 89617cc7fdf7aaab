import type { Locale } from '@supportbot/shared/locale.ts';
import type { Person } from './conversation.ts';

export type Role = 'agent' | 'supervisor' | 'marketer' | 'administrator';
export type Theme = 'light' | 'dark' | 'auto';

export interface Preferences {
  readonly enterSends?: boolean;
  readonly sound?: boolean;
  readonly notifications?: boolean;
}

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  readonly theme: Theme;
  readonly permissions: readonly string[];
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly preferences: Preferences;
}

export interface StaffSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address?: string | null;
  readonly agent?: string | null;
  readonly current: boolean;
}

export interface Skill {
  readonly name: string;
  /** When the certificate ends. */
  readonly until?: string | null;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly secondFactor?: boolean;
  readonly lastSeenAt?: string | null;
  readonly skills?: readonly Skill[] | null;
  readonly teams?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly capacity?: number | null;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: Person | null;
  readonly action: string;
  readonly target: string | null;
  readonly detail: string | null;
  readonly hash: string;
}
