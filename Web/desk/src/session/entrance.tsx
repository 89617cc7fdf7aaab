import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import classes from './entrance.module.css';

/** The one card on an empty page before the desk. */
export function Entrance({ title, lead, children }: { readonly title?: string; readonly lead?: string; readonly children: ReactNode }) {
  const { common } = useWords();
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img className={classes.mark} src="/desk/mark.svg" alt="" width="44" height="44" />
        <h1 className={classes.title}>{title ?? common.product}</h1>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  );
}
