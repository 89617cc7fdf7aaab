import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { DeskMessage } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Me } from '../api/staff.ts';
import { useMay, useMe } from '../session/session.ts';
import { Announcer } from './announcer.ts';
import { DeskStream, type StreamState } from './desk-stream.ts';
import { LiveCache } from './live-cache.ts';
import { standForLeader } from './leader.ts';
import { Moments, type Moment } from './moments.ts';
import { Drafts } from './drafts.ts';
import { Outbox } from './outbox.ts';
import { allowSound } from './voice.ts';

export interface Live {
  readonly stream: DeskStream;
  readonly cache: LiveCache;
  readonly moments: Moments;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly announcer: Announcer;
  readonly state: StreamState;
}

const living = createContext<Live | undefined>(undefined);

const stillHere = 30_000;

/** The one stream of this tab, and everything that lives from it. */
export function LiveDesk({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const { id } = useMe();
  const listens = useMay()('desk.read');
  // Who has no part in conversations, a marketer, has nothing to be connected to.
  const [state, setState] = useState<StreamState>(listens ? 'connecting' : 'online');
  const parts = useMemo(() => {
    const cache = new LiveCache(queries, id);
    const moments = new Moments(id);
    const drafts = new Drafts(id);
    const outbox = new Outbox(id, cache, (refused, error) => drafts.giveBack(refused.conversationId, refused.kind, refused.text, refused.files, error));
    const announcer = new Announcer(() => queries.getQueryData<Me | null>(keys.me) ?? undefined);
    const heard = ({ conversationId, message }: { readonly conversationId: string; readonly message: DeskMessage }) => {
      cache.message(conversationId, message);
      outbox.arrived(message.clientId);
      if (message.sender === 'shopper') moments.said(conversationId);
      announcer.message(conversationId, message);
    };
    const stream = new DeskStream(`${location.origin.replace(/^http/, 'ws')}/api/desk/stream`, {
      stateChanged: (changed) => {
        setState(changed);
        if (changed !== 'online') return;
        outbox.retry();
        cache.catchUpAll();
      },
      happened: (event) => {
        if (event.type !== 'message') cache.take(event);
        if (event.type === 'message') heard(event);
        if (event.type === 'conversation') {
          moments.moved(event.summary);
          announcer.conversation(event.summary);
        }
      },
      passed: (event) => {
        moments.take(event);
        if (event.type === 'presence') cache.agent(event.agentId, { state: event.state });
        if (event.type === 'page') cache.page(event.conversationId, event.page);
        if (event.type === 'floor') queries.setQueryData(keys.floor, event.floor);
        // What the bot says is not in the journal; who watches gets it like this.
        if (event.type === 'message') heard(event);
        if (event.type === 'offer') announcer.offer(event);
      },
      restarted: () => cache.refresh(),
      // The gate asks who is signed in, finds nobody, and shows the way in.
      sessionEnded: () => void get('/api/staff/me').catch(() => undefined),
    });
    return { cache, moments, drafts, outbox, announcer, stream };
  }, [queries, id]);

  useEffect(() => {
    if (!listens) return;
    standForLeader();
    parts.stream.start();
    const stop = showPresence(parts.stream);
    return () => {
      stop();
      parts.stream.close();
    };
  }, [parts, listens]);

  const live = useMemo(() => ({ ...parts, state }), [parts, state]);
  return <living.Provider value={live}>{children}</living.Provider>;
}

/** Tells the service that a person is there: at a touch of key or mouse, at most twice a minute. */
function showPresence(stream: DeskStream): () => void {
  let told = 0;
  const touched = () => {
    if (Date.now() - told < stillHere) return;
    told = Date.now();
    stream.tell({ activity: true });
  };
  const events = ['pointerdown', 'pointermove', 'keydown'] as const;
  for (const name of events) addEventListener(name, touched, { passive: true });
  // After a reload too: whoever is on already touches nothing that would allow it.
  for (const name of ['pointerdown', 'keydown'] as const) addEventListener(name, allowSound, { once: true, passive: true });
  return () => events.forEach((name) => removeEventListener(name, touched));
}

export function useLive(): Live {
  const live = useContext(living);
  if (live === undefined) throw new Error('Outside of <LiveDesk>.');
  return live;
}

/** A part of what is true just now; give a function that returns the same value for the same moment. */
export function useMoment<T>(choose: (moment: Moment) => T): T {
  const { moments } = useLive();
  return useSyncExternalStore(moments.subscribe, () => choose(moments.snapshot()));
}
