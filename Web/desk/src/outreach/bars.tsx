import { useLanguage } from '../words/words.tsx';
import classes from './outreach.module.css';

export interface Bar {
  readonly name: string;
  readonly count: number;
}

/** Counts as bars of one scale, the largest first; the numbers stand beside them. */
export function Bars({ bars, label, tone }: { readonly bars: readonly Bar[]; readonly label: string; readonly tone?: 'warm' | 'other' }) {
  const { locale } = useLanguage();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.toSorted((a, b) => b.count - a.count).map(({ name, count }) => (
        <li key={name} className={classes.bar}>
          <span>{name}</span>
          <b>{count.toLocaleString(locale)}</b>
          <span className={classes.track} data-tone={tone} aria-hidden="true"><i style={{ width: `${(100 * count) / most}%` }} /></span>
        </li>
      ))}
    </ul>
  );
}
