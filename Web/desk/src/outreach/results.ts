import type { VariantResults } from '../api/outreach.ts';

export const metrics = ['queued', 'sent', 'delivered', 'read', 'replied', 'clicked', 'optedOut', 'failed', 'unknown'] as const;

export type Metric = (typeof metrics)[number];

const ofSent: readonly Metric[] = ['delivered', 'read', 'replied', 'clicked', 'optedOut'];

/** Those who were sent something; the held out stand apart. */
export function texts(variants: readonly VariantResults[]): readonly VariantResults[] {
  return variants.filter(({ variant }) => variant >= 0).toSorted((a, b) => a.variant - b.variant);
}

export function heldOut(variants: readonly VariantResults[]): number {
  return variants.find(({ variant }) => variant < 0)?.excluded ?? 0;
}

/** In per cent of those sent; undefined for what is no share of them. */
export function shareOf(metric: Metric, row: VariantResults): number | undefined {
  return !ofSent.includes(metric) || row.sent === 0 ? undefined : Math.round((1000 * row[metric]) / row.sent) / 10;
}
