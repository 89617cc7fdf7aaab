/** Dates and times as their reader writes them. */
export class Dates {
  /** The reader's own tag of the language, such as en-GB. */
  readonly locale: string;
  private readonly clock: Intl.DateTimeFormat;
  private readonly day: Intl.DateTimeFormat;
  private readonly relative: Intl.RelativeTimeFormat;
  private readonly date: Intl.DateTimeFormat;
  private readonly dateOfYear: Intl.DateTimeFormat;

  constructor(language: string, browser: readonly string[]) {
    // "en" alone would mean American dates; a British browser's own "en-GB" says what its reader expects.
    this.locale = browser.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
    this.clock = new Intl.DateTimeFormat(this.locale, { hour: 'numeric', minute: '2-digit' });
    this.day = new Intl.DateTimeFormat(this.locale, { weekday: 'long', day: 'numeric', month: 'long' });
    this.date = new Intl.DateTimeFormat(this.locale, { day: 'numeric', month: 'short', year: 'numeric' });
    this.dateOfYear = new Intl.DateTimeFormat(this.locale, { day: 'numeric', month: 'short' });
    this.relative = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
  }

  time(date: Date): string {
    return this.clock.format(date);
  }

  /** The day without the time; the year only where it is another. */
  short(date: Date, now = new Date()): string {
    return (date.getFullYear() === now.getFullYear() ? this.dateOfYear : this.date).format(date);
  }

  /** Time alone for today, else with the date. */
  full(date: Date, now = new Date()): string {
    return startOf(date) === startOf(now) ? this.time(date) : `${this.short(date, now)}, ${this.time(date)}`;
  }

  /** "Today", "Yesterday", else the date. */
  dayName(date: Date, now: Date): string {
    const days = Math.round((startOf(date) - startOf(now)) / 86_400_000);
    const name = days === 0 || days === -1 ? this.relative.format(days, 'day') : this.day.format(date);
    return name.charAt(0).toLocaleUpperCase(this.locale) + name.slice(1);
  }
}

/** Midnight, read as UTC so that a day of 23 or 25 hours still counts as one. */
function startOf(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
