import { useQuery } from '@tanstack/react-query';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { SegmentCount, SegmentRule } from '../api/outreach.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { explain, useLanguage } from '../words/words.tsx';
import { isComplete } from './segment-rule.ts';

function useSegmentCount(rule: SegmentRule | undefined) {
  return useQuery({
    queryKey: keys.segmentCount(rule ?? {}),
    queryFn: () => post<SegmentCount>('/api/outreach/segments/count', { rule }),
    enabled: rule !== undefined,
    staleTime: 15_000,
    retry: false,
    // While a rule is typed the last count stays in sight.
    placeholderData: (before) => before,
  });
}

/** How many a rule is true of just now, kept up while it is changed. */
export function SegmentSize({ rule }: { readonly rule: SegmentRule }) {
  const { segments } = useOutreachWords();
  const { words, locale } = useLanguage();
  const isWhole = isComplete(rule);
  const { data, error, isError } = useSegmentCount(isWhole ? rule : undefined);
  if (!isWhole) return <span>{segments.incomplete}</span>;
  if (isError) return <span>{explain(error, words)}</span>;
  if (data === undefined) return <span>{segments.counting}</span>;
  const { matching, all } = data;
  const percent = all === 0 ? 0 : (100 * matching) / all;
  const remark = matching === 0 ? segments.nobodyMatches : matching === all ? segments.everyoneMatches : '';
  return <span>{segments.matches(matching.toLocaleString(locale), all.toLocaleString(locale), percent > 0 && percent < 1 ? '<1' : String(Math.round(percent)))} {remark}</span>;
}
