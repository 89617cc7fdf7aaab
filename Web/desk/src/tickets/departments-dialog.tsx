import { Button, Modal, TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';

export function DepartmentsDialog({ close }: { readonly close: () => void }) {
  const { tickets, common } = useWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const held = useQuery({ queryKey: keys.departments, queryFn: () => get<readonly string[]>('/api/tickets/departments') }).data;
  const [changed, setChanged] = useState<string[]>();
  const names = changed ?? [...(held ?? [])];
  const save = useMutation({
    mutationFn: () => put<readonly string[]>('/api/tickets/departments', { departments: names }),
    onSuccess: (saved) => {
      queries.setQueryData(keys.departments, saved);
      done(common.saved);
      close();
    },
    onError: trouble,
  });
  return (
    <Modal opened onClose={close} title={tickets.departments} size="sm">
      <Text c="dimmed" size="sm" mb="sm">{tickets.departmentsLead}</Text>
      <TagsInput aria-label={tickets.departments} value={names} onChange={setChanged} maxTags={50} data-autofocus />
      <Button mt="md" fullWidth disabled={changed === undefined} loading={save.isPending} onClick={() => save.mutate()}>{common.save}</Button>
    </Modal>
  );
}
