import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMay } from '../session/session.ts';
import { useAgents } from '../shell/presence.ts';
import { SnoozeDialog } from '../thread/snooze-dialog.tsx';
import { TagDialog } from '../thread/tag-dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';
import classes from './bulk-bar.module.css';

interface Outcome {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string }[];
}

type Change =
  | { readonly action: 'resolve' }
  | { readonly action: 'assign'; readonly agentId: string }
  | { readonly action: 'tag'; readonly tags: readonly string[] }
  | { readonly action: 'snooze'; readonly until: string | null };

export function BulkBar({ ids, clear }: { readonly ids: readonly string[]; readonly clear: () => void }) {
  const { inbox, common } = useWords();
  const may = useMay();
  const agents = useAgents().data ?? [];
  const queries = useQueryClient();
  const { done, warn, trouble } = useTell();
  const [dialog, setDialog] = useState<'snooze' | 'tag'>();
  const bulk = useMutation({
    mutationFn: (change: Change) => post<Outcome>('/api/desk/bulk', { ids, ...change }),
    onSuccess: (outcome) => {
      if (outcome.done.length > 0) done(inbox.bulkDone(outcome.done.length));
      if (outcome.refused.length > 0) warn(inbox.bulkRefused(outcome.refused.length));
      clear();
      void queries.invalidateQueries({ queryKey: keys.conversations });
    },
    onError: trouble,
  });
  return (
    <div className={classes.bar} role="toolbar" aria-label={inbox.selected(ids.length)}>
      <ActionIcon size="md" aria-label={common.cancel} onClick={clear}><Icon name="close" size={16} /></ActionIcon>
      <span className={classes.count} role="status">{inbox.selected(ids.length)}</span>
      <Button size="compact-sm" variant="default" loading={bulk.isPending} onClick={() => bulk.mutate({ action: 'resolve' })}>{inbox.bulkResolve}</Button>
      <Menu position="top-end">
        <Menu.Target><ActionIcon size="md" variant="default" aria-label={common.more}><Icon name="more" size={16} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="clock" size={16} />} onClick={() => setDialog('snooze')}>{inbox.bulkSnooze}</Menu.Item>
          <Menu.Item leftSection={<Icon name="note" size={16} />} onClick={() => setDialog('tag')}>{inbox.bulkTag}</Menu.Item>
          {may('desk.supervise') && agents.length > 0 && <Menu.Label>{inbox.bulkAssign}</Menu.Label>}
          {may('desk.supervise') && agents.map(({ id, name }) => <Menu.Item key={id} onClick={() => bulk.mutate({ action: 'assign', agentId: id })}><bdi>{name}</bdi></Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      <SnoozeDialog isOpen={dialog === 'snooze'} close={() => setDialog(undefined)} snooze={(until) => bulk.mutate({ action: 'snooze', until })} />
      <TagDialog isOpen={dialog === 'tag'} close={() => setDialog(undefined)} save={(tags) => bulk.mutate({ action: 'tag', tags })} />
    </div>
  );
}
