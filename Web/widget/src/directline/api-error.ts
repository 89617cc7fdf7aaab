/** A refused or failed call. Status 0: no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  /** The service's own word for it, such as `TokenExpired`; empty when it gave none. */
  readonly code: string;
  /** Milliseconds the server asks us to stay away. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code = '', retryAfter?: number) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
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
