import { Button } from '@mantine/core';
import { useMay } from '../session/session.ts';
import { useAgents, useOwnPresence } from '../shell/presence.ts';
import { useWords } from '../words/words.tsx';
import classes from './off-duty.module.css';

/** Whoever opens the desk is off until they say otherwise; nobody should wait in vain for conversations. */
export function OffDuty() {
  const { inbox } = useWords();
  const may = useMay();
  const isKnown = useAgents().data !== undefined;
  const { state, set } = useOwnPresence();
  if (!may('desk.reply') || !isKnown || state === 'on' || state === 'busy') return null;
  return (
    <div className={classes.notice} role="status">
      <span>{inbox.offDuty}</span>
      <Button size="compact-sm" onClick={() => set('on')}>{inbox.startShift}</Button>
    </div>
  );
}
