type Name = 'snoozeHour' | 'snoozeEvening' | 'snoozeTomorrow' | 'snoozeMonday';

const morning = 9;
const evening = 17;
const monday = 1;

/** The usual times to come back to something, on the reader's own clock; those already past today are left out. */
export function snoozeTimes(now: Date): readonly { readonly name: Name; readonly at: Date }[] {
  const day = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const toMonday = (monday - now.getDay() + 7) % 7 || 7;
  const times = [
    { name: 'snoozeHour' as const, at: new Date(now.getTime() + 3_600_000) },
    { name: 'snoozeEvening' as const, at: day(0, evening) },
    { name: 'snoozeTomorrow' as const, at: day(1, morning) },
    { name: 'snoozeMonday' as const, at: day(toMonday, morning) },
  ];
  return times.filter(({ name, at }) => at > now && !(name === 'snoozeMonday' && toMonday === 1));
}
