import type { Join, Operator, Purpose, Reach, SegmentField, SegmentRule, SegmentValue } from '../api/outreach.ts';
import type { OutreachWords } from '../words/outreach.ts';

export interface Group {
  readonly join: Join;
  readonly rules: readonly SegmentRule[];
}

export const emptyGroup: Group = { join: 'all', rules: [] };

/** As deep as the service reads. */
export const deepest = 4;

export const reaches: readonly Reach[] = ['chat', 'email', 'sms'];
export const purposes: readonly Purpose[] = ['reminders', 'greetings', 'offers'];

export function isGroup(rule: SegmentRule): rule is Group {
  return rule.join !== null && rule.join !== undefined;
}

/** What the editor holds is always a group. */
export function asGroup(rule: SegmentRule): Group {
  if (isGroup(rule)) return { join: rule.join, rules: rule.rules ?? [] };
  return rule.field ? { join: 'all', rules: [rule] } : emptyGroup;
}

export function withRule(group: Group, index: number, rule: SegmentRule | undefined): Group {
  return { ...group, rules: rule === undefined ? group.rules.filter((_, at) => at !== index) : group.rules.toSpliced(index, 1, rule) };
}

/** A rule on a field, with a value that makes sense at once. */
export function freshRule({ name, value }: SegmentField): SegmentRule {
  return { field: name, operator: value === 'number' ? 'atLeast' : 'is', value: startValues[value] };
}

const startValues: Readonly<Record<SegmentValue, string>> = { text: '', yesNo: 'true', number: '1', month: '1', consent: 'email.offers' };

export function operatorsOf(value: SegmentValue): readonly Operator[] {
  return value === 'number' ? ['is', 'isNot', 'atLeast', 'atMost'] : ['is', 'isNot'];
}

/** Whether every rule has something to compare with: before that there is nothing to count. */
export function isComplete(rule: SegmentRule): boolean {
  return isGroup(rule) ? rule.rules.every(isComplete) : (rule.value ?? '').trim() !== '';
}

/** How a value is said; the rule keeps it as the service reads it. */
export interface Names {
  readonly words: OutreachWords;
  readonly yes: string;
  readonly no: string;
  readonly locales: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  month(month: number): string;
}

/** A segment in one sentence. */
export function sentence(rule: SegmentRule, kinds: ReadonlyMap<string, SegmentValue>, names: Names, isInner = false): string {
  const { segments } = names.words;
  if (!isGroup(rule)) {
    const field = rule.field ?? '';
    const operator = segments.operators[rule.operator ?? 'is'];
    return `${segments.fields[field] ?? field} ${operator} ${valueText(field, rule.value ?? '', kinds.get(field) ?? 'text', names)}`;
  }
  if (rule.rules.length === 0) return segments.everybody;
  const parts = rule.rules.map((inner) => sentence(inner, kinds, names, true));
  const text = parts.join(rule.join === 'all' ? segments.and : segments.or);
  const said = rule.join === 'none' ? segments.not(text) : text;
  return isInner && parts.length > 1 ? segments.group(said) : said;
}

function valueText(field: string, value: string, kind: SegmentValue, names: Names): string {
  const { outreach } = names.words;
  if (kind === 'yesNo') return value === 'true' ? names.yes : names.no;
  if (kind === 'month') return names.month(Number(value));
  if (kind === 'consent') return consentText(value, outreach);
  if (field === 'language') return names.locales[value] ?? value;
  return field === 'segment' ? names.kinds[value] ?? value : value;
}

export function consentText(value: string, { reaches: channels, purposes: why }: OutreachWords['outreach']): string {
  const [reach, purpose] = value.split('.');
  return `${channels[reach as Reach] ?? reach}: ${why[purpose as Purpose] ?? purpose}`;
}
