import { ActionIcon, Button, Menu, Modal, TextInput, Tooltip } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Filter, SavedView } from '../api/conversation.ts';
import { get, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { Icon } from '../ui/icon.tsx';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';

export function SavedViews({ filter, choose }: { readonly filter: Filter; readonly choose: (filter: Filter) => void }) {
  const { inbox, common } = useWords();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const [name, setName] = useState<string>();
  const views = useQuery({ queryKey: keys.views, queryFn: () => get<readonly SavedView[]>('/api/desk/views') }).data ?? [];
  const save = useMutation({
    mutationFn: (changed: readonly SavedView[]) => put<readonly SavedView[]>('/api/desk/views', changed),
    onMutate: (changed) => queries.setQueryData(keys.views, changed),
    onError: trouble,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.views }),
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    save.mutate([...views, { id: crypto.getRandomValues(new Uint32Array(2)).join(''), name: name?.trim() ?? '', filter }]);
    setName(undefined);
  };
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Tooltip label={inbox.savedViews}><ActionIcon aria-label={inbox.savedViews}><Icon name="star" /></ActionIcon></Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => <Menu.Item key={view.id} onClick={() => choose(view.filter)}><bdi>{view.name}</bdi></Menu.Item>)}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={() => setName('')}>{inbox.saveView}</Menu.Item>
          {views.map((view) => (
            <Menu.Item key={view.id} color="red" leftSection={<Icon name="trash" size={16} />} onClick={() => save.mutate(views.filter(({ id }) => id !== view.id))}>
              {inbox.deleteView(view.name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={name !== undefined} onClose={() => setName(undefined)} title={inbox.saveView} size="sm">
        <form onSubmit={add}>
          <TextInput label={inbox.viewName} value={name ?? ''} onChange={(event) => setName(event.currentTarget.value)} maxLength={60} required data-autofocus />
          <Button type="submit" mt="md" fullWidth>{common.save}</Button>
        </form>
      </Modal>
    </>
  );
}
