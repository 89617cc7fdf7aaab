import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Canned } from '../api/conversation.ts';
import { remove } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useCanned } from '../composer/canned-menu.tsx';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';
import { CannedForm } from './canned-form.tsx';
import classes from './canned.module.css';

export default function CannedPage() {
  const { words: { canned, common, assist } } = useLanguage();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const replies = useCanned();
  const [editing, setEditing] = useState<Canned | 'new'>();
  const erase = useMutation({
    mutationFn: ({ id }: Canned) => remove(`/api/desk/canned/${id}`),
    onError: trouble,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.canned }),
  });
  const sorted = replies.data?.toSorted((a, b) => a.locale.localeCompare(b.locale) || a.shortcut.localeCompare(b.shortcut)) ?? [];
  return (
    <Page title={canned.title} lead={canned.lead} actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>{canned.new}</Button>}>
      {replies.isPending && <Waiting />}
      {replies.isError && <Trouble error={replies.error} retry={() => void replies.refetch()} />}
      {replies.isSuccess && sorted.length === 0 && <Blank icon="bolt" title={canned.empty} lead={canned.emptyLead} />}
      {sorted.length > 0 && (
        <ul className={classes.replies}>
          {sorted.map((reply) => (
            <li key={reply.id} className={classes.reply}>
              <div className={classes.head}>
                <kbd className={classes.shortcut}>/{reply.shortcut}</kbd>
                <bdi className={classes.title}>{reply.title}</bdi>
                <span className={cards.chips}>
                  <Chip tone="info">{common.locale[reply.locale]}</Chip>
                  {reply.stage && <Chip>{assist.stages[reply.stage]}</Chip>}
                  <Chip tone={reply.scope === 'shared' ? 'calm' : 'plain'}>{canned.scopes[reply.scope]}</Chip>
                </span>
                <Tooltip label={common.edit}><ActionIcon aria-label={`${common.edit}: ${reply.title}`} onClick={() => setEditing(reply)}><Icon name="pencil" size={16} /></ActionIcon></Tooltip>
                <Tooltip label={canned.delete}><ActionIcon aria-label={`${canned.delete}: ${reply.title}`} onClick={() => confirm(canned.deleteSure(reply.title)) && erase.mutate(reply)}><Icon name="trash" size={16} /></ActionIcon></Tooltip>
              </div>
              <p className={classes.text} dir="auto">{reply.text}</p>
            </li>
          ))}
        </ul>
      )}
      {editing !== undefined && <CannedForm reply={editing === 'new' ? undefined : editing} close={() => setEditing(undefined)} />}
    </Page>
  );
}
