import { useSyncExternalStore } from 'react';
import type { Words } from '../words/words.tsx';
import type { Tone } from './chip.tsx';

const listeners = new Set<() => void>();
let seconds = Math.floor(Date.now() / 1000);
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // It stood still while nobody looked.
    timer = setInterval(tick, 1000);
    seconds = Math.floor(Date.now() / 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  seconds = Math.floor(Date.now() / 1000);
  for (const listener of [...listeners]) listener();
}

/** Seconds since 1970, to the whole second; one timer for all clocks of the page. */
export function useSeconds(): number {
  return useSyncExternalStore(subscribe, () => seconds);
}

/** Whole minutes, for what need not be drawn every second. */
export function useMinutes(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(seconds / 60));
}

/** The goals people are measured by: 20 s, 100 s, 3 min. */
export function waitTone(waited: number): Tone {
  if (waited < 20) return 'calm';
  if (waited < 100) return 'warm';
  return waited < 180 ? 'hot' : 'alarm';
}

/** A time span in its two largest units at most: 45s, 2m 05s, 1h 12m, 3d. */
export function span(total: number, { time }: Words): string {
  const whole = Math.max(0, Math.floor(total));
  if (whole < 60) return time.seconds(whole);
  if (whole < 600) return `${time.minutes(Math.floor(whole / 60))} ${time.seconds(whole % 60)}`;
  if (whole < 3600) return time.minutes(Math.floor(whole / 60));
  if (whole < 86_400) return `${time.hours(Math.floor(whole / 3600))} ${time.minutes(Math.floor((whole % 3600) / 60))}`;
  return time.days(Math.floor(whole / 86_400));
}

/** How long ago, in the largest unit alone. */
export function age(total: number, words: Words): string {
  const { time } = words;
  if (total < 60) return time.now;
  if (total < 3600) return time.minutes(Math.floor(total / 60));
  return total < 86_400 ? time.hours(Math.floor(total / 3600)) : time.days(Math.floor(total / 86_400));
}
