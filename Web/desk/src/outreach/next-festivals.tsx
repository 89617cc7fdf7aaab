import { Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { dayText } from './days.ts';
import classes from './outreach.module.css';
import { useFestivals } from './queries.ts';

/** Every festival's next three days in both calendars, the nearest first. */
export function NextFestivals() {
  const { plan } = useOutreachWords();
  const { dates, locale } = useLanguage();
  const found = useFestivals();
  const sorted = found.data?.toSorted((a, b) => (a.next[0]?.date ?? '').localeCompare(b.next[0]?.date ?? '')) ?? [];
  return (
    <section className={table.card}>
      <h2 className={table.title}>{plan.next}</h2>
      <p className={table.lead}>{plan.nextLead}</p>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {sorted.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={plan.next}>
          <table className={table.table}>
            <thead><tr><th scope="col">{plan.festival}</th>{plan.times.map((time) => <th key={time} scope="col">{time}</th>)}</tr></thead>
            <tbody>
              {sorted.map(({ id, english, chinese, next }) => (
                <tr key={id}>
                  <td>{locale === 'zh' ? chinese : english}</td>
                  {next.map((day) => <td key={day.date} className={classes.nowrap}><time dateTime={day.date}>{dayText(day.date, dates)}</time><br /><span className={classes.small} lang="zh">{day.chinese}</span></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
