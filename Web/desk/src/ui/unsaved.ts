import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { AroundNavHandler } from 'wouter';

/** What waits for an answer to the question whether to leave. */
let leaving: (() => void) | undefined;
/** What is unsaved, and the address of the page it stands on. */
const unsaved = new Map<object, string>();
const listeners = new Set<() => void>();

function ask(go: (() => void) | undefined): void {
  leaving = go;
  for (const listener of listeners) listener();
}

/** Does it at once when nothing is lost by it, else when the question is answered so. */
export function leave(go: () => void): void {
  if (unsaved.size === 0) go();
  else ask(go);
}

// Registered before the router's own, which would show the other page: a window's listeners are called in that order.
addEventListener('popstate', (event) => {
  const target = location.href;
  const here = unsaved.values().next().value;
  if (here === undefined || target === here) return;
  event.stopImmediatePropagation();
  // The browser has gone back already: the page is put behind that one again until the question is answered.
  history.pushState(null, '', here);
  ask(() => history.pushState(null, '', target));
});

export const guardNavigation: AroundNavHandler = (navigate, to, options) => leave(() => navigate(to, options));

/** Warns before what is written here is left behind: within the desk, backwards, and by closing or reloading the window. */
export function useUnsaved(isUnsaved: boolean): { readonly saved: () => void } {
  const own = useRef({});
  useEffect(() => {
    if (!isUnsaved) return;
    const guard = own.current;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    unsaved.set(guard, location.href);
    addEventListener('beforeunload', closing);
    return () => {
      unsaved.delete(guard);
      removeEventListener('beforeunload', closing);
    };
  }, [isUnsaved]);
  return { saved: () => unsaved.delete(own.current) };
}

/** The open question, if any. */
export function useLeaving(): { readonly isAsking: boolean; readonly stay: () => void; readonly go: () => void } {
  const isAsking = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => leaving !== undefined);
  return {
    isAsking,
    stay: () => ask(undefined),
    go: () => {
      const go = leaving;
      unsaved.clear();
      ask(undefined);
      go?.();
    },
  };
}
