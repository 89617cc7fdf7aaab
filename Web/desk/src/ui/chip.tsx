import type { ReactNode } from 'react';
import classes from './chip.module.css';

export type Tone = 'plain' | 'calm' | 'warm' | 'hot' | 'alarm' | 'info';

export function Chip({ tone = 'plain', children, title }: { readonly tone?: Tone; readonly children: ReactNode; readonly title?: string }) {
  return <span className={classes.chip} data-tone={tone} title={title}>{children}</span>;
}
