import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import cards from '../ui/card.module.css';
import { useWords } from '../words/words.tsx';
import { isInOrder } from './plan.ts';

interface Times {
  readonly from: string;
  readonly to: string;
}

interface Properties {
  readonly title: string;
  readonly start: Times;
  readonly isNew: boolean;
  /** Undefined takes the shift away. */
  readonly save: (times: Times | undefined) => void;
  readonly close: () => void;
}

export function ShiftDialog({ title, start, isNew, save, close }: Properties) {
  const { shifts, common } = useWords();
  const [from, setFrom] = useState(start.from);
  const [to, setTo] = useState(start.to);
  const isFine = isInOrder({ from, to });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFine) return;
    save({ from, to });
    close();
  };
  return (
    <Modal opened onClose={close} title={title} size="xs">
      <form className={cards.form} onSubmit={submit}>
        <div className={cards.pair}>
          <TextInput type="time" label={shifts.from} value={from} onChange={(event) => setFrom(event.currentTarget.value)} required data-autofocus />
          <TextInput type="time" label={shifts.to} value={to} onChange={(event) => setTo(event.currentTarget.value)} error={!isFine && shifts.order} required />
        </div>
        <Group justify="space-between">
          {isNew ? <span /> : <Button variant="subtle" color="red" onClick={() => { save(undefined); close(); }}>{common.remove}</Button>}
          <Button type="submit" disabled={!isFine}>{common.save}</Button>
        </Group>
      </form>
    </Modal>
  );
}
