import { NumberInput, Select, TextInput } from '@mantine/core';
import type { SegmentValue } from '../api/outreach.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { consentText, purposes, reaches } from './segment-rule.ts';
import { useNames } from './use-names.ts';
import { zones } from './zones.ts';

interface Properties {
  readonly field: string;
  readonly kind: SegmentValue;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly fault: string | undefined;
}

/** The field that goes with what is asked: a choice wherever there is one. */
export function SegmentValueField({ field, kind, value, set, fault }: Properties) {
  const { segments } = useOutreachWords();
  const choices = useChoices(field, kind);
  if (choices !== undefined) {
    return <Select aria-label={segments.value} data={choices} value={value === '' ? null : value} searchable={choices.length > 12} allowDeselect={false} onChange={(chosen) => chosen !== null && set(chosen)} error={fault} comboboxProps={{ withinPortal: false }} />;
  }
  if (kind === 'number') return <NumberInput aria-label={segments.value} value={value === '' ? '' : Number(value)} onChange={(number) => set(String(number))} min={0} max={1_000_000_000} allowDecimal={false} error={fault} />;
  return <TextInput aria-label={segments.value} value={value} onChange={(event) => set(event.currentTarget.value)} maxLength={64} error={fault} />;
}

function useChoices(field: string, kind: SegmentValue): { value: string; label: string }[] | undefined {
  const names = useNames();
  const list = (said: Readonly<Record<string, string>>) => Object.entries(said).map(([value, label]) => ({ value, label }));
  if (kind === 'yesNo') return [{ value: 'true', label: names.yes }, { value: 'false', label: names.no }];
  if (kind === 'month') return Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: names.month(index + 1) }));
  if (kind === 'consent') return reaches.flatMap((reach) => purposes.map((purpose) => `${reach}.${purpose}`)).map((value) => ({ value, label: consentText(value, names.words.outreach) }));
  if (field === 'language') return list(names.locales);
  if (field === 'segment') return list(names.kinds);
  return field === 'zone' ? zones.map((zone) => ({ value: zone, label: zone })) : undefined;
}
