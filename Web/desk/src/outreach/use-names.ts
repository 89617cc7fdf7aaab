import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { SegmentField } from '../api/outreach.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import type { Names } from './segment-rule.ts';

export function useSegmentFields() {
  return useQuery({ queryKey: keys.segmentFields, queryFn: () => get<readonly SegmentField[]>('/api/outreach/segments/fields'), staleTime: Infinity });
}

/** What segments are said with, in the reader's language. */
export function useNames(): Names {
  const words = useOutreachWords();
  const { words: { common, customer }, locale } = useLanguage();
  return useMemo(() => {
    const months = new Intl.DateTimeFormat(locale, { month: 'long' });
    return { words, yes: common.yes, no: common.no, locales: common.locale, kinds: customer.segments, month: (month) => months.format(new Date(2026, month - 1, 1)) };
  }, [words, common, customer, locale]);
}
