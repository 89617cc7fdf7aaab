import { vi } from 'vitest';
import type { Activity } from '../src/directline/activity.ts';

type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** The service's side of the contract, in memory, standing in for fetch and WebSocket. */
export class FakeService {
  readonly calls: Call[] = [];
  readonly stored: Activity[] = [];
  readonly sockets: FakeSocket[] = [];
  conversation = 'first';
  /** Answers given before any regular one, by the path's last part. */
  readonly refusals: { readonly path: string; readonly answer: Answer | 'network' }[] = [];
  /** What the store's staff may see, as the token tells. */
  allowed: { readonly peek?: boolean; readonly viewedPage?: boolean } = {};
  isResumeGood = true;
  isIdentityGood = true;
  private issued = 0;

  install(): void {
    const service = this;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => service.answer(url, init));
    vi.stubGlobal('WebSocket', class extends FakeSocket {
      constructor(url: string) {
        super(url);
        service.sockets.push(this);
      }
    });
  }

  /** The newest socket opens and replays what lies beyond its watermark. */
  openSocket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('No socket was asked for.');
    socket.emit('open');
    const from = Number(new URL(socket.url).searchParams.get('watermark') ?? 0);
    if (this.stored.length > from) socket.receive(this.stored.slice(from), String(this.stored.length));
    return socket;
  }

  push(activity: Partial<Activity>): Activity {
    const sequence = this.stored.length + 1;
    const stored: Activity = {
      type: 'message',
      from: { id: 'bot', role: 'bot' },
      ...activity,
      id: `${this.conversation}|${sequence}`,
      timestamp: '2026-03-01T10:00:00.000Z',
      channelData: { ...activity.channelData, 'webchat:sequence-id': sequence },
    };
    this.stored.push(stored);
    const socket = this.sockets.at(-1);
    if (socket?.isOpen) socket.receive([stored], String(sequence));
    return stored;
  }

  posted(): readonly Activity[] {
    return this.calls.filter(({ path }) => path.endsWith('/activities')).map(({ body }) => body as Activity);
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(url);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    const authorization = (init.headers as Record<string, string> | undefined)?.authorization;
    this.calls.push({ method: init.method ?? 'GET', path: pathname + search, authorization, body });
    const refusal = this.refusals.findIndex(({ path }) => pathname.endsWith(path));
    const given = refusal >= 0 ? this.refusals.splice(refusal, 1)[0]?.answer : this.regular(pathname, search, body);
    if (given === undefined || given === 'network') throw new TypeError('Failed to fetch');
    return new Response(given.status === 204 ? null : JSON.stringify(given.body ?? {}), { status: given.status, headers: given.headers ?? {} });
  }

  private regular(path: string, search: string, body: unknown): Answer {
    if (path.endsWith('/api/widget/token')) return this.issue(body as { readonly resume?: string; readonly identity?: string });
    if (path.endsWith('/tokens/refresh')) return { status: 200, body: { token: `refreshed-${++this.issued}`, expires_in: 1800 } };
    if (path.endsWith('/page')) return { status: 204 };
    if (path.endsWith('/activities')) return this.accept(body as Activity);
    const watermark = new URLSearchParams(search).get('watermark') ?? '';
    const streamUrl = `ws://service.test/stream?t=x&watermark=${watermark}`;
    return { status: 201, body: { conversationId: this.conversation, token: `opened-${++this.issued}`, streamUrl } };
  }

  private issue({ resume, identity }: { readonly resume?: string; readonly identity?: string }): Answer {
    if (identity !== undefined && !this.isIdentityGood) return { status: 403, body: { error: { code: 'IdentityRefused', message: '' } } };
    if (resume !== undefined && !this.isResumeGood) return { status: 403, body: { error: { code: 'ResumeExpired', message: '' } } };
    return {
      status: 200,
      body: {
        conversationId: this.conversation, token: `issued-${++this.issued}`, expires_in: 1800,
        resume: `resume-${this.conversation}`, maxUploadBytes: 1000, acceptedTypes: ['image/png'], ...this.allowed,
      },
    };
  }

  private accept(activity: Activity): Answer {
    if (activity.type !== 'message') return { status: 200, body: { id: 'none' } };
    const clientId = activity.channelData?.clientActivityID;
    const known = this.stored.find((stored) => stored.channelData?.clientActivityID === clientId);
    return { status: 200, body: { id: (known ?? this.push({ ...activity, from: { id: 'dl_shopper', role: 'user' } })).id } };
  }
}

export class FakeSocket extends EventTarget {
  readonly url: string;
  isOpen = false;

  constructor(url: string) {
    super();
    this.url = url;
  }

  emit(name: 'open' | 'close'): void {
    this.isOpen = name === 'open';
    this.dispatchEvent(new Event(name));
  }

  /** The service ends it and says why. */
  sendAway(code: number, reason: string): void {
    this.isOpen = false;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }));
  }

  receive(activities: readonly Activity[], watermark: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ activities, watermark }) }));
  }

  receiveRaw(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  close(): void {
    if (this.isOpen) this.emit('close');
  }
}
