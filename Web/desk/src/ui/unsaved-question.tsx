import { Button, Group, Modal } from '@mantine/core';
import { useWords } from '../words/words.tsx';
import cards from './card.module.css';
import { useLeaving } from './unsaved.ts';

/** Asks before something written is left behind. */
export function UnsavedQuestion() {
  const { common } = useWords();
  const { isAsking, stay, go } = useLeaving();
  return (
    <Modal opened={isAsking} onClose={stay} title={common.unsaved} zIndex={400} closeButtonProps={{ 'aria-label': common.close }}>
      <div className={cards.form}>
        {common.unsavedLead}
        <Group justify="flex-end">
          <Button variant="default" onClick={go}>{common.leave}</Button>
          <Button onClick={stay} data-autofocus>{common.stay}</Button>
        </Group>
      </div>
    </Modal>
  );
}
