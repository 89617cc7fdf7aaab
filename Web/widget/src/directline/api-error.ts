/** A refused or failed call. Status 0: no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  /** Milliseconds the server asks us to stay away. */
  readonly retryAfter: number | undefined;

  constructor(status: number, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The same call may well succeed later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  get isTokenRefused(): boolean {
    return this.status === 401 || this.status === 403;
  }
}
