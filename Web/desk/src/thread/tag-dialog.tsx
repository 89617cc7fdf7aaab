import { Button, Modal, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';

interface Properties {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly save: (tags: readonly string[]) => void;
}

export function TagDialog({ isOpen, close, save }: Properties) {
  const { inbox, common, customer } = useWords();
  const [tags, setTags] = useState<string[]>([]);
  const submit = () => {
    save(tags);
    setTags([]);
    close();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={inbox.bulkTag} size="sm">
      <TagsInput label={customer.addTag} value={tags} onChange={setTags} maxTags={20} data-autofocus />
      <Button mt="md" fullWidth disabled={tags.length === 0} onClick={submit}>{common.save}</Button>
    </Modal>
  );
}
