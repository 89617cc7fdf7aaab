import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../words/words.tsx';
import { snoozeTimes } from './snooze-times.ts';

interface Properties {
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Null until the next message. */
  readonly snooze: (until: string | null) => void;
}

export function SnoozeDialog({ isOpen, close, snooze }: Properties) {
  const { words: { actions }, dates } = useLanguage();
  const [own, setOwn] = useState('');
  const choose = (until: Date | null) => {
    snooze(until?.toISOString() ?? null);
    close();
  };
  const time = new Date(own);
  return (
    <Modal opened={isOpen} onClose={close} title={actions.snoozeUntil} size="xs">
      <Stack gap={6}>
        <Button variant="default" justify="flex-start" data-autofocus onClick={() => choose(null)}>{actions.snoozeReply}</Button>
        {isOpen && snoozeTimes(new Date()).map(({ name, at }) => (
          <Button key={name} variant="default" justify="space-between" rightSection={<span>{dates.full(at)}</span>} onClick={() => choose(at)}>{actions[name]}</Button>
        ))}
        <TextInput label={actions.snoozeAt} type="datetime-local" value={own} onChange={(event) => setOwn(event.currentTarget.value)} mt="sm" />
        {own !== '' && <Button disabled={!(time.getTime() > Date.now())} onClick={() => choose(time)}>{actions.snooze}</Button>}
      </Stack>
    </Modal>
  );
}
