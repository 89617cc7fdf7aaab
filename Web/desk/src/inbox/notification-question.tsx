import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useMay } from '../session/session.ts';
import { allowSound } from '../stream/voice.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './notification-question.module.css';

/** Asks once, in our own words, before the browser does: a refusal there is hard to take back. */
export function NotificationQuestion() {
  const { shell } = useWords();
  const may = useMay();
  const [isAnswered, setAnswered] = useLocalStorage({ key: 'supportbot-desk-asked', defaultValue: false, getInitialValueInEffect: false });
  const [permission, setPermission] = useState('Notification' in globalThis ? Notification.permission : 'denied');
  if (isAnswered || permission !== 'default' || !may('desk.reply')) return null;
  const allow = () => {
    allowSound();
    void Notification.requestPermission().then(setPermission);
    setAnswered(true);
  };
  return (
    <div className={classes.question} role="group" aria-label={shell.allowNotifications}>
      <Icon name="bulb" />
      <div className={classes.body}>
        <p>{shell.allowNotifications}</p>
        <Button size="compact-sm" onClick={allow}>{shell.allow}</Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setAnswered(true)}>{shell.later}</Button>
      </div>
    </div>
  );
}
