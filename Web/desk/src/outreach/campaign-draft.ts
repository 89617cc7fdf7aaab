import type { Campaign, CampaignPlan, Reach, Variant } from '../api/outreach.ts';

/** A campaign while it is written. */
export type Draft = CampaignPlan;

export const fresh: Draft = {
  name: '',
  purpose: 'greetings',
  occasion: 'once',
  festival: null,
  ownerDay: null,
  event: null,
  delayMinutes: 0,
  day: null,
  offsetDays: 0,
  time: '10:00:00',
  zone: null,
  segmentId: null,
  everyone: false,
  variants: [],
  holdoutPercent: 0,
  channels: ['chat'],
  perSecond: null,
  perDay: null,
  perWeek: null,
  quietFrom: null,
  quietUntil: null,
  expireAfterMinutes: 720,
  values: {},
  version: 0,
};

const parts = Object.keys(fresh) as readonly (keyof Draft)[];

/** What of a campaign is sent back when it is saved. */
export function draftOf(campaign: Campaign): Draft {
  return Object.fromEntries(parts.map((part) => [part, campaign[part]])) as unknown as Draft;
}

/** A festival to greet on comes from the year plan; a campaign used again begins as a draft of its own. */
export function startOf(search: URLSearchParams, again: Campaign | undefined, copyName: (name: string) => string): Draft {
  if (again !== undefined) return { ...draftOf(again), name: copyName(again.name), version: 0 };
  const festival = search.get('festival');
  const ownerDay = search.get('day');
  if (search.has('visit')) return { ...fresh, occasion: 'visit' };
  if (festival !== null) return { ...fresh, occasion: 'festival', festival };
  return ownerDay === null ? fresh : { ...fresh, occasion: 'ownerDay', ownerDay };
}

export function isChanged(draft: Draft, saved: Draft): boolean {
  return parts.some((part) => part !== 'version' && JSON.stringify(draft[part]) !== JSON.stringify(saved[part]));
}

/** The name of a variant beside the others. */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

export function withVariant(variants: readonly Variant[], index: number, variant: Variant | undefined): readonly Variant[] {
  return variant === undefined ? variants.filter((_, at) => at !== index) : variants.length === index ? [...variants, variant] : variants.toSpliced(index, 1, variant);
}

/** Chosen channels keep the order in which they were chosen: they are tried so. */
export function inOrder(before: readonly Reach[], chosen: readonly string[]): readonly Reach[] {
  return [...before.filter((reach) => chosen.includes(reach)), ...chosen.filter((reach): reach is Reach => !before.includes(reach as Reach))];
}

/** What has been given of what must be given for the texts; values nobody asks for are left behind. */
export function valuesFor(names: readonly string[], given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, given[name]?.trim() ?? '']).filter(([, value]) => value !== ''));
}
