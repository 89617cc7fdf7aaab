import type { Person } from './conversation.ts';

/** Sentences by the field they are about. */
export type Faults = Readonly<Record<string, readonly string[]>>;

/** What the service answered instead of doing what was asked. */
export class Problem extends Error {
  readonly status: number;
  /** A stable word; `Unreachable` when no answer came at all. */
  readonly code: string;
  readonly assignee: Person | null;
  readonly retryAfter: number | undefined;
  readonly faults: Faults;

  constructor(status: number, code: string, detail: string, assignee: Person | null = null, retryAfter?: number, faults: Faults = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.assignee = assignee;
    this.retryAfter = retryAfter;
    this.faults = faults;
  }

  /** The same call may succeed later without anybody changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export function isProblem(error: unknown, ...codes: readonly string[]): error is Problem {
  return error instanceof Problem && (codes.length === 0 || codes.includes(error.code));
}
