import type { Dates } from '@supportbot/shared/dates.ts';
import type { Campaign, CalendarDay } from '../api/outreach.ts';

/** A day without a clock, at the reader's own midnight, so that it stays the same day. */
export function dayOf(date: string): Date {
  return new Date(`${date}T00:00`);
}

/** "Fri 25 Sept 2026" as the reader writes it. */
export function dayText(date: string, { locale }: Dates): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(dayOf(date));
}

/** A day in both calendars. */
export function bothCalendars({ date, chinese }: CalendarDay, dates: Dates): string {
  return chinese === null ? dayText(date, dates) : `${dayText(date, dates)} · ${chinese}`;
}

/** A moment by the clock of a zone; by the reader's own where the browser does not know the zone. */
export function momentIn(at: string, zone: string, { locale }: Dates): string {
  const format: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  try {
    return new Intl.DateTimeFormat(locale, { ...format, timeZone: zone }).format(new Date(at));
  } catch {
    return new Intl.DateTimeFormat(locale, format).format(new Date(at));
  }
}

/** The weeks of a month from Monday on; null for the days of its neighbours. */
export function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const days = new Date(year, month, 0).getDate();
  const lead = (new Date(year, month - 1, 1).getDay() + 6) % 7;
  const cells = [...Array.from({ length: lead }, () => null), ...Array.from({ length: days }, (_, index) => index + 1)];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null));
}

/** hh:mm of hh:mm:ss. */
export function clock(time: string): string {
  return time.slice(0, 5);
}

/** The day on which somebody will read it; a personal or triggered one has none. */
export function hasDay({ occasion }: Pick<Campaign, 'occasion'>): boolean {
  return occasion === 'once' || occasion === 'festival' || occasion === 'ownerDay';
}

/** A moment to the second, as ticks are told. */
export function momentOf(at: string, { locale }: Dates): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at));
}
