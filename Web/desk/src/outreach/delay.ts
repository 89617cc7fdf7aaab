import type { OutreachWords } from '../words/outreach.ts';

export type Unit = 'minutes' | 'hours' | 'days';

export const units: readonly Unit[] = ['minutes', 'hours', 'days'];

const lengths: Readonly<Record<Unit, number>> = { minutes: 1, hours: 60, days: 1440 };

/** A time in the largest unit that says it in whole numbers. */
export function spanOf(minutes: number): { readonly amount: number; readonly unit: Unit } {
  const length = Math.abs(minutes);
  const unit = length === 0 ? 'hours' : units.findLast((known) => length % lengths[known] === 0) ?? 'minutes';
  return { amount: length / lengths[unit], unit };
}

export function minutesOf(amount: number, unit: Unit): number {
  return Math.round(amount * lengths[unit]);
}

export function spanText(minutes: number, { spans }: OutreachWords['reminders']): string {
  const { amount, unit } = spanOf(minutes);
  return spans[unit](amount);
}

/** "14 days before", "30 minutes after", "at once". */
export function delayText(minutes: number, words: OutreachWords['reminders'], isChinese: boolean): string {
  if (minutes === 0) return words.atOnce;
  return `${spanText(minutes, words)}${isChinese ? '' : ' '}${minutes < 0 ? words.before : words.after}`;
}
