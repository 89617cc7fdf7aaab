/** What the browser keeps of a conversation. Written only after the shopper has opened the panel. */
export interface Remembered {
  readonly resume: string;
  readonly conversationId: string;
  /** The highest sequence id the shopper has seen. */
  readonly lastRead: number;
  /** Milliseconds since the epoch. */
  readonly lastUsed: number;
}

const recent = 7 * 24 * 60 * 60 * 1000;

export function memoryKey(base: string): string {
  return `supportbot ${base}`;
}

export function recall(base: string): Remembered | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(memoryKey(base)) ?? 'null');
    return isRemembered(value) ? value : undefined;
  } catch {
    // Storage is blocked or holds something else: the widget then starts anew.
    return undefined;
  }
}

/** An old conversation is not worth a socket on every page the shopper looks at. */
export function isRecent(remembered: Remembered, now: number): boolean {
  return now - remembered.lastUsed < recent;
}

function isRemembered(value: unknown): value is Remembered {
  const record = value as Partial<Remembered> | null;
  return typeof record?.resume === 'string' && typeof record.conversationId === 'string'
    && typeof record.lastRead === 'number' && typeof record.lastUsed === 'number';
}

/** Without storage the conversation simply ends with the page. */
export function remember(base: string, value: Remembered): void {
  try {
    localStorage.setItem(memoryKey(base), JSON.stringify(value));
  } catch {
    return;
  }
}
