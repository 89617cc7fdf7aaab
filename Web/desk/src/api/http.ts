import type { Person } from './conversation.ts';
import { Problem, type Faults } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface ProblemBody {
  readonly code?: string;
  readonly detail?: string;
  readonly assignee?: Person | null;
  /** Sentences for single fields of what was sent. */
  readonly errors?: Faults;
}

let ended: () => void = () => undefined;

/** Called whenever the service says that nobody is signed in any more. */
export function onSessionEnded(handler: () => void): void {
  ended = handler;
}

export const get = <T>(path: string, query: Query = {}): Promise<T> => call<T>('GET', path + search(query));
export const post = <T>(path: string, body: object = {}): Promise<T> => call<T>('POST', path, body);
export const put = <T>(path: string, body: object): Promise<T> => call<T>('PUT', path, body);
export const patch = <T>(path: string, body: object): Promise<T> => call<T>('PATCH', path, body);
export const remove = <T>(path: string, body?: object): Promise<T> => call<T>('DELETE', path, body);

export function upload<T>(path: string, file: File): Promise<T> {
  const form = new FormData();
  form.append('file', file, file.name);
  return call<T>('POST', path, form);
}

/** A file as it is, not as a form. */
export const postFile = <T>(path: string, file: Blob): Promise<T> => call<T>('POST', path, file);

export function search(query: Query): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled.map(([key, value]) => [key, String(value)]))}`;
}

async function call<T>(method: Method, path: string, body?: object): Promise<T> {
  const response = await send(method, path, body);
  if (!response.ok) throw await problemOf(response, path);
  return (response.status === 204 || response.headers.get('content-length') === '0' ? undefined : await response.json()) as T;
}

async function send(method: Method, path: string, body: object | undefined): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang };
  // A form of another site cannot set it, so its presence shows that the call is our own page's.
  if (method !== 'GET') headers['X-SupportBot'] = '1';
  const isReady = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !isReady) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: isReady ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new Problem(0, 'Unreachable', '');
  }
}

async function problemOf(response: Response, path: string): Promise<Problem> {
  const body = await response.json().then((read: unknown) => read as ProblemBody, () => ({}) as ProblemBody);
  if (response.status === 401 && !path.startsWith('/api/staff/sign-in')) ended();
  const wait = Number(response.headers.get('retry-after'));
  const sentences = Object.values(body.errors ?? {}).flat();
  const detail = sentences.length > 0 ? sentences.join(' ') : body.detail ?? '';
  return new Problem(response.status, body.code ?? String(response.status), detail, body.assignee ?? null, wait > 0 ? wait : undefined, body.errors);
}
