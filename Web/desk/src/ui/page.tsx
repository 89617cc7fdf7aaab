import type { ReactNode } from 'react';
import classes from './page.module.css';

interface Properties {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Boards and tables need the room, forms read better narrow. */
  readonly width?: 'narrow' | 'full';
}

/** Title, what can be done, and the content below; scrolls by itself. */
export function Page({ title, lead, actions, children, width = 'full' }: Properties) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h1 className={classes.title}>{title}</h1>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        <div className={classes.actions}>{actions}</div>
      </header>
      <div className={classes.body} data-width={width} tabIndex={0} role="region" aria-label={title}>{children}</div>
    </div>
  );
}
