import { useEffect, useSyncExternalStore } from 'react';
import type { IconName } from '../ui/icon.tsx';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly hint?: string;
  run(): void;
}

let offered: readonly Command[] = [];
const listeners = new Set<() => void>();

function set(commands: readonly Command[]): void {
  offered = commands;
  for (const listener of listeners) listener();
}

/** What the page in view can do, for the command bar. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    set(commands);
    return () => set([]);
  }, [commands]);
}

export function useOffered(): readonly Command[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => offered);
}
