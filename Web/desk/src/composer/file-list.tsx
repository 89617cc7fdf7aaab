import { ActionIcon, Loader } from '@mantine/core';
import type { Draft } from '../stream/drafts.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './file-list.module.css';

interface Properties {
  readonly files: Draft['files'];
  readonly uploading: readonly string[];
  readonly remove: (fileId: string) => void;
}

export function FileList({ files, uploading, remove }: Properties) {
  const { composer } = useWords();
  if (files.length === 0 && uploading.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map(({ fileId, name }) => (
        <li key={fileId} className={classes.file}>
          <Icon name="file" size={15} />
          <bdi className={classes.name}>{name}</bdi>
          <ActionIcon size="sm" aria-label={composer.removeFile(name)} onClick={() => remove(fileId)}><Icon name="close" size={14} /></ActionIcon>
        </li>
      ))}
      {uploading.map((name) => <li key={name} className={classes.file} role="status"><Loader size={14} /><bdi className={classes.name}>{composer.uploading(name)}</bdi></li>)}
    </ul>
  );
}
