import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import cards from '../ui/card.module.css';
import { useWords } from '../words/words.tsx';

interface Properties {
  readonly title: string;
  readonly children: ReactNode;
  readonly verb: string;
  readonly isDanger?: boolean;
  readonly isBusy: boolean;
  readonly close: () => void;
  readonly act: () => void;
}

/** Asks before what cannot be taken back. */
export function SureDialog({ title, children, verb, isDanger = false, isBusy, close, act }: Properties) {
  const { common } = useWords();
  return (
    <Modal opened onClose={close} title={<bdi>{title}</bdi>} closeButtonProps={{ 'aria-label': common.close }}>
      <div className={cards.form}>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{common.cancel}</Button>
          <Button {...(isDanger ? { color: 'red' } : {})} loading={isBusy} onClick={act}>{verb}</Button>
        </Group>
      </div>
    </Modal>
  );
}
