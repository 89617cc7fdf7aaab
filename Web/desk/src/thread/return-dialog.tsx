import { Button, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';

interface Properties {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly giveBack: (note: string) => void;
}

export function ReturnDialog({ isOpen, close, giveBack }: Properties) {
  const { actions } = useWords();
  const [note, setNote] = useState('');
  const submit = () => {
    giveBack(note.trim());
    setNote('');
    close();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={actions.return}>
      <Text c="dimmed" size="sm" mb="md">{actions.returnLead}</Text>
      <Textarea label={actions.returnNote} value={note} onChange={(event) => setNote(event.currentTarget.value)} minRows={2} autosize maxRows={6} maxLength={2000} />
      <Button mt="md" fullWidth data-autofocus onClick={submit}>{actions.return}</Button>
    </Modal>
  );
}
