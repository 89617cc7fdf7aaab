import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isProblem, type Faults } from '../api/problem.ts';
import { explain, useWords } from '../words/words.tsx';

/** What is wrong with which field of what was sent. */
export function faultsOf(error: unknown): Faults {
  return isProblem(error) ? error.faults : {};
}

/** The sentence for one field, or for what lies inside of it: `words.en` is told of `words.en.text` as well. */
export function faultAt(faults: Faults, field: string, within = false): string | undefined {
  const found = Object.entries(faults).filter(([name]) => name === field || (within && (name.startsWith(`${field}.`) || name.startsWith(`${field}[`))));
  return found.length === 0 ? undefined : found.flatMap(([, sentences]) => sentences).join(' ');
}

/** All that is wrong, read out at once, beside what each field says itself. */
export function FaultList({ error, title }: { readonly error: unknown; readonly title: string }) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (error === null || error === undefined) return null;
  const sentences = [...new Set(Object.values(faultsOf(error)).flat())];
  return (
    <Alert ref={list} role="alert" color="red" variant="light" title={sentences.length > 0 ? title : undefined}>
      {sentences.length === 0 ? explain(error, words) : <ul>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
    </Alert>
  );
}
