import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { TemplateValues } from '../api/outreach.ts';
import type { Draft } from './campaign-draft.ts';
import { useTemplates } from './queries.ts';
import { toBeGiven } from './template-text.ts';

/** What can be put into a template. */
export function useTemplateValues(): TemplateValues | undefined {
  return useQuery({ queryKey: keys.templateValues, queryFn: () => get<TemplateValues>('/api/outreach/templates/values'), staleTime: Infinity }).data;
}

/** Which values the chosen texts ask of the campaign; undefined while that is not known. */
export function useNeededValues({ variants, occasion }: Draft): readonly string[] | undefined {
  const templates = useTemplates().data;
  const values = useTemplateValues();
  if (templates === undefined || values === undefined) return undefined;
  const texts = variants.flatMap(({ templateId }) => Object.values(templates.find(({ id }) => id === templateId)?.words ?? {})).flatMap(({ subject, text }) => [subject ?? '', text ?? '']);
  return toBeGiven(texts, values, occasion === 'event');
}
