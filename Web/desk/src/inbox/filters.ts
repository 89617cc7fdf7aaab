import type { Filter } from '../api/conversation.ts';

export const optional = ['channel', 'locale', 'tag', 'agent'] as const;

export type Optional = (typeof optional)[number];

export function isFiltered(filter: Filter): boolean {
  return filter.status !== 'open' || optional.some((name) => filter[name] !== undefined);
}

/** A filter with one of its optional parts set, or taken away. */
export function withPart(filter: Filter, name: Optional, value: string | null): Filter {
  const { [name]: _, ...rest } = filter;
  return value === null || value === '' ? rest : { ...rest, [name]: value };
}
