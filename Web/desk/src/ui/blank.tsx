import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { explain, useWords } from '../words/words.tsx';
import { Icon, type IconName } from './icon.tsx';
import classes from './blank.module.css';

interface Properties {
  readonly icon?: IconName;
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}

/** Where there is nothing to show: says why, and what to do. */
export function Blank({ icon, title, lead, children }: Properties) {
  return (
    <div className={classes.blank}>
      {icon !== undefined && <span className={classes.disc}><Icon name={icon} size={26} /></span>}
      <p className={classes.title}>{title}</p>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  );
}

export function Trouble({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const words = useWords();
  return (
    <div role="alert">
      <Blank icon="alert" title={explain(error, words)}>
        <Button variant="default" onClick={retry}>{words.common.retry}</Button>
      </Blank>
    </div>
  );
}

export function Waiting() {
  const { common } = useWords();
  return (
    <div className={classes.blank} role="status">
      <Loader size="sm" type="dots" />
      <span className="unseen">{common.loading}</span>
    </div>
  );
}
