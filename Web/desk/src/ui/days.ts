/** A day chosen in the reader's own zone, as the moment it begins; with one day added, the moment it is over. */
export function dayStart(day: string | null, added: number): string | undefined {
  if (!day) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + added).toISOString();
}

/** A day of the reader's own calendar, as a date field holds it. */
export function dayAgo(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
