import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLive } from '../stream/live.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './connection-banner.module.css';

/** A cut shorter than this is nobody's concern. */
const patience = 700;

export function ConnectionBanner() {
  const { shell, common } = useWords();
  const { stream, state } = useLive();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(state !== 'online'), state === 'online' ? 0 : patience);
    return () => clearTimeout(timer);
  }, [state]);
  if (!isShown || state === 'online') return <div role="status" />;
  return (
    <div className={classes.banner} role="status" data-state={state}>
      {state === 'offline' ? <Icon name="alert" size={16} /> : <Loader size={14} color="currentColor" />}
      <span>{shell[state]}</span>
      {state === 'reconnecting' && <Button size="compact-xs" variant="white" onClick={stream.retryNow}>{common.retry}</Button>}
    </div>
  );
}
