import type { Locale } from '@supportbot/shared/locale.ts';
import type { ViewedPage } from '../conversation/viewed-page.ts';
import type { Activity } from './activity.ts';
import { ApiError } from './api-error.ts';

export interface IssuedToken {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly resume: string;
  readonly maxUploadBytes: number;
  readonly acceptedTypes: readonly string[];
  /** Whether the colleague who has the chat is shown what is being written. */
  readonly peek?: boolean;
  readonly viewedPage?: boolean;
}

export interface OpenedConversation {
  readonly conversationId: string;
  readonly token?: string;
  readonly streamUrl: string;
}

const answerLimit = 20_000;
const uploadLimit = 120_000;

/** The widget's calls to the service: the token endpoint and Direct Line 3.0. */
export class DirectLineApi {
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  issueToken(locale: Locale, keys: { readonly resume?: string | undefined; readonly identity?: string | undefined }): Promise<IssuedToken> {
    return this.call('POST', 'api/widget/token', { body: json({ locale, ...keys }) });
  }

  refreshToken(token: string): Promise<{ readonly token: string; readonly expires_in: number }> {
    return this.call('POST', 'v3/directline/tokens/refresh', { token });
  }

  startConversation(token: string, locale: Locale): Promise<OpenedConversation> {
    return this.call('POST', 'v3/directline/conversations', { token, body: json({ user: {}, locale }) });
  }

  reopenConversation(token: string, conversationId: string, watermark: string): Promise<OpenedConversation> {
    return this.call('GET', `${conversationPath(conversationId)}?watermark=${encodeURIComponent(watermark)}`, { token });
  }

  post(token: string, conversationId: string, activity: Activity): Promise<{ readonly id: string }> {
    return this.call('POST', `${conversationPath(conversationId)}/activities`, { token, body: json(activity) });
  }

  tellPage(token: string, conversationId: string, page: ViewedPage): Promise<void> {
    return this.call('POST', `api/widget/conversations/${encodeURIComponent(conversationId)}/page`, { token, body: json(page) });
  }

  upload(token: string, conversationId: string, activity: Activity, files: readonly File[]): Promise<{ readonly id: string }> {
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }), 'blob');
    for (const file of files) form.append('file', file, file.name);
    return this.call('POST', `${conversationPath(conversationId)}/upload`, { token, body: form, limit: uploadLimit });
  }

  private async call<T>(
    method: string,
    path: string,
    options: { readonly token?: string; readonly body?: BodyInit; readonly limit?: number },
  ): Promise<T> {
    const headers: Record<string, string> = {};
    if (options.token !== undefined) headers.authorization = `Bearer ${options.token}`;
    // A form brings its own type, with the boundary in it.
    if (typeof options.body === 'string') headers['content-type'] = 'application/json';
    try {
      const response = await fetch(this.base + path, {
        method,
        headers,
        body: options.body ?? null,
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(options.limit ?? answerLimit),
      });
      if (!response.ok) throw new ApiError(response.status, await errorCode(response), retryAfter(response));
      return (response.status === 204 ? undefined : await response.json()) as T;
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(0);
    }
  }
}

function conversationPath(id: string): string {
  return `v3/directline/conversations/${encodeURIComponent(id)}`;
}

function json(body: object): string {
  return JSON.stringify(body);
}

async function errorCode(response: Response): Promise<string> {
  try {
    const body = await response.json() as { readonly error?: { readonly code?: unknown } } | null;
    return String(body?.error?.code ?? '');
  } catch {
    return '';
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
