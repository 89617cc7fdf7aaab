import type { Activity } from '../directline/activity.ts';
import { memoryKey } from '../shared/memory.ts';
import type { Outgoing } from './message.ts';

interface Stored {
  readonly at: number;
  readonly activity: Activity;
}

/**
 * Unsent messages, one storage key each: two tabs of one shop can then never overwrite each other's.
 * Should both send the same one, the service answers the second with the first's id.
 */
export class OutboxStorage {
  private readonly prefix: string;

  constructor(base: string) {
    this.prefix = `${memoryKey(base)} unsent `;
  }

  /** Files cannot be kept in a string store, so their messages live as long as the page. */
  keep(message: Outgoing, at: number): void {
    if (message.files.length > 0) return;
    const stored: Stored = { at, activity: message.activity };
    this.attempt(() => localStorage.setItem(this.prefix + message.clientId, JSON.stringify(stored)));
  }

  drop(clientId: string): void {
    this.attempt(() => localStorage.removeItem(this.prefix + clientId));
  }

  all(): readonly Outgoing[] {
    const found: (Stored & { readonly clientId: string })[] = [];
    this.attempt(() => {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(this.prefix)) found.push({ ...(JSON.parse(localStorage.getItem(key) ?? '') as Stored), clientId: key.slice(this.prefix.length) });
      }
    });
    return found.sort((a, b) => a.at - b.at).map(({ clientId, activity }) => ({ clientId, activity, files: [] }));
  }

  /** Blocked or full storage costs the queue its life over a reload, nothing else. */
  private attempt(action: () => void): void {
    try {
      action();
    } catch {
      return;
    }
  }
}
