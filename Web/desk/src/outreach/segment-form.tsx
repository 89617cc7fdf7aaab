import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Segment } from '../api/outreach.ts';
import { isProblem } from '../api/problem.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { FaultList, faultAt, faultsOf } from '../ui/faults.tsx';
import { useTell } from '../ui/tell.ts';
import { leave, useUnsaved } from '../ui/unsaved.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useWords } from '../words/words.tsx';
import { asGroup, emptyGroup, type Group } from './segment-rule.ts';
import { SegmentRules } from './segment-rules.tsx';
import { SegmentSize } from './segment-size.tsx';
import classes from './segments.module.css';
import { useSegmentFields } from './use-names.ts';

export function SegmentForm({ segment, close }: { readonly segment: Segment | undefined; readonly close: () => void }) {
  const { outreach, segments } = useOutreachWords();
  const { common } = useWords();
  const queries = useQueryClient();
  const { done } = useTell();
  const fields = useSegmentFields();
  const [name, setName] = useState(segment?.name ?? '');
  const [start] = useState<Group>(segment === undefined ? emptyGroup : asGroup(segment.rule));
  const [group, setGroup] = useState(start);
  const unsaved = useUnsaved(name !== (segment?.name ?? '') || JSON.stringify(group) !== JSON.stringify(start));
  const [settled] = useDebouncedValue(group, 300);
  const save = useMutation({
    mutationFn: () => (segment === undefined ? post('/api/outreach/segments', { name, rule: group }) : put(`/api/outreach/segments/${segment.id}`, { name, rule: group, version: segment.version })),
    onSuccess: () => {
      done(common.saved);
      unsaved.saved();
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.segments }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const faults = faultsOf(save.error);
  return (
    <Modal opened onClose={() => leave(close)} title={segment === undefined ? segments.new : <bdi>{segment.name}</bdi>} size="xl" closeButtonProps={{ 'aria-label': common.close }}>
      <form className={cards.form} onSubmit={submit} noValidate>
        <FaultList error={isProblem(save.error, 'Changed') ? undefined : save.error} title={outreach.faults} />
        {isProblem(save.error, 'Changed') && <p role="alert">{outreach.changed}</p>}
        <TextInput label={segments.name} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} error={faultAt(faults, 'name')} required data-autofocus />
        {fields.isPending && <Waiting />}
        {fields.isError && <Trouble error={fields.error} retry={() => void fields.refetch()} />}
        {fields.data !== undefined && <SegmentRules group={group} fields={fields.data} faults={faults} set={setGroup} />}
        <p className={classes.size} role="status"><strong><SegmentSize rule={settled} /></strong></p>
        <Button type="submit" loading={save.isPending}>{common.save}</Button>
      </form>
    </Modal>
  );
}
