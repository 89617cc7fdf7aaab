import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { keys } from '../api/keys.ts';
import type { Segment } from '../api/outreach.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { useWords } from '../words/words.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';
import { useSegments } from './queries.ts';
import { SegmentForm } from './segment-form.tsx';
import { sentence } from './segment-rule.ts';
import { SegmentSize } from './segment-size.tsx';
import { useNames, useSegmentFields } from './use-names.ts';

export default function SegmentsPage() {
  const { outreach, segments } = useOutreachWords();
  const { common } = useWords();
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const found = useSegments();
  const fields = useSegmentFields().data ?? [];
  const names = useNames();
  const kinds = new Map(fields.map(({ name, value }) => [name, value]));
  const [erasing, setErasing] = useState<Segment>();
  const editing = found.data?.find((segment) => segment.id === id);
  return (
    <OutreachPage title={segments.title} lead={segments.lead} actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => go('/segments/new')}>{segments.new}</Button>}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Blank icon="people" title={segments.empty} lead={segments.emptyLead} />}
      {found.data !== undefined && found.data.length > 0 && (
        <section className={cards.card} aria-label={segments.title}>
          <ul className={classes.rows}>
            {found.data.map((segment) => (
              <li key={segment.id} className={classes.row}>
                <div className={classes.grow}>
                  <strong dir="auto">{segment.name}</strong>
                  <div className={cards.quiet} dir="auto">{sentence(segment.rule, kinds, names)}</div>
                  <div className={classes.small}><SegmentSize rule={segment.rule} /></div>
                </div>
                <Tooltip label={common.edit}><ActionIcon aria-label={`${common.edit}: ${segment.name}`} onClick={() => go(`/segments/${segment.id}`)}><Icon name="pencil" size={16} /></ActionIcon></Tooltip>
                <Tooltip label={outreach.delete}><ActionIcon aria-label={`${outreach.delete}: ${segment.name}`} onClick={() => setErasing(segment)}><Icon name="trash" size={16} /></ActionIcon></Tooltip>
              </li>
            ))}
          </ul>
        </section>
      )}
      {id === 'new' && <SegmentForm segment={undefined} close={() => go('/segments')} />}
      {editing !== undefined && <SegmentForm key={editing.id} segment={editing} close={() => go('/segments')} />}
      {erasing !== undefined && <EraseDialog path={`/api/outreach/segments/${erasing.id}`} name={erasing.name} list={keys.segments} close={() => setErasing(undefined)} />}
    </OutreachPage>
  );
}
