import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

const editable = 'input, textarea, select, [contenteditable="true"]';
const covering = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Lists of choices stay in the page while they are closed. */
function isCovered(): boolean {
  return [...document.querySelectorAll(covering)].some((element) => element.checkVisibility());
}

/** Single letters as commands: never while somebody writes, composes, or has a dialog open. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(editable) !== null || isCovered()) return;
      const run = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
