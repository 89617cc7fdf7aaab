import { sequenceOf, type Activity } from '../directline/activity.ts';
import type { Outgoing } from './message.ts';

export type Delivery = 'queued' | 'sending' | 'sent' | 'failed' | 'tooLarge' | 'refused';

export interface Entry {
  /** The same before and after the echo, so that a pending message turns into the stored one in place. */
  readonly key: string;
  readonly activity: Activity;
  /** The server's sequence; what is not stored yet stands behind everything that is. */
  readonly order: number;
  /** Only the shopper's own messages have one. */
  readonly delivery: Delivery | undefined;
  readonly files: readonly File[];
}

const pendingFrom = Number.MAX_SAFE_INTEGER / 2;

/** The messages of one conversation: each once, in the server's order. */
export class Transcript {
  private readonly entries = new Map<string, Entry>();
  private readonly seen = new Set<string>();
  private pendingCount = 0;

  /** The entry as it now stands, or undefined when this activity was already there. */
  receive(activity: Activity): Entry | undefined {
    const id = activity.id ?? '';
    if (id !== '' && this.seen.has(id)) return undefined;
    this.seen.add(id);
    const own = activity.from?.role === 'user';
    const key = (own ? activity.channelData?.clientActivityID : undefined) ?? id;
    const order = sequenceOf(activity) ?? this.entries.get(key)?.order ?? this.entries.size;
    return this.put({ key, activity, order, delivery: own ? 'sent' : undefined, files: [] });
  }

  add(message: Outgoing): Entry {
    const order = pendingFrom + this.pendingCount++;
    return this.put({ key: message.clientId, activity: message.activity, order, delivery: 'queued', files: message.files });
  }

  /** Undefined when nothing changes; an echo that came first keeps its word. */
  deliver(clientId: string, delivery: Delivery): Entry | undefined {
    const entry = this.entries.get(clientId);
    if (entry === undefined || entry.delivery === 'sent' || entry.delivery === delivery) return undefined;
    return this.put({ ...entry, delivery });
  }

  ordered(): readonly Entry[] {
    return [...this.entries.values()].sort((a, b) => a.order - b.order);
  }

  unsent(): readonly Entry[] {
    return this.ordered().filter(({ delivery }) => delivery !== undefined && delivery !== 'sent');
  }

  keepOnly(kept: readonly Entry[]): void {
    this.entries.clear();
    this.seen.clear();
    for (const entry of kept) this.put(entry);
  }

  private put(entry: Entry): Entry {
    this.entries.set(entry.key, entry);
    return entry;
  }
}
