import { ActionIcon, Alert, Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postFile } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { OwnerDay, OwnerDayReport } from '../api/outreach.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { dayText } from './days.ts';
import { EraseDialog } from './erase-dialog.tsx';
import classes from './outreach.module.css';
import { OwnDayForm } from './own-day-form.tsx';
import { useDays } from './queries.ts';

/** The owner's own days to greet on, and what is worked or not on official days off. */
export function OwnDays() {
  const { plan } = useOutreachWords();
  const { dates, locale } = useLanguage();
  const found = useDays();
  const [isAdding, setAdding] = useState(false);
  const [erasing, setErasing] = useState<OwnerDay>();
  const name = ({ english, chinese }: OwnerDay) => (locale === 'zh' ? chinese : english);
  return (
    <section className={cards.card}>
      <div className={classes.headRow}>
        <h2 className={cards.title}>{plan.own}</h2>
        <Button size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>{plan.add}</Button>
      </div>
      <p className={cards.lead}>{plan.ownLead}</p>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className={cards.quiet}>{plan.ownEmpty}</p>}
      <ul className={classes.rows}>
        {found.data?.map((day) => (
          <li key={day.id} className={classes.row}>
            <time dateTime={day.day} className={classes.nowrap}>{dayText(day.day, dates)}</time>
            <span className={classes.grow} dir="auto">{name(day)}</span>
            <span className={cards.chips}><Chip tone={day.kind === 'greeting' ? 'info' : 'plain'}>{plan.ownKinds[day.kind]}</Chip>{day.yearly && <Chip>{plan.yearly}</Chip>}</span>
            <ActionIcon aria-label={plan.remove(name(day))} onClick={() => setErasing(day)}><Icon name="trash" size={16} /></ActionIcon>
          </li>
        ))}
      </ul>
      <Import />
      {isAdding && <OwnDayForm close={() => setAdding(false)} />}
      {erasing !== undefined && <EraseDialog path={`/api/outreach/days/${encodeURIComponent(erasing.id)}`} name={name(erasing)} list={keys.plans} close={() => setErasing(undefined)} />}
    </section>
  );
}

function Import() {
  const { plan } = useOutreachWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const take = useMutation({
    mutationFn: (file: File) => postFile<OwnerDayReport>('/api/outreach/days/import', new Blob([file], { type: 'text/csv' })),
    onSuccess: ({ taken, problems }) => {
      if (problems.length === 0) done(plan.imported(taken));
      void queries.invalidateQueries({ queryKey: keys.plans });
    },
    onError: trouble,
  });
  const problems = take.data?.problems ?? [];
  return (
    <div className={classes.import}>
      <FileButton accept=".csv,text/csv" onChange={(file) => file !== null && take.mutate(file)}>
        {(properties) => <Button {...properties} size="compact-sm" variant="default" loading={take.isPending} leftSection={<Icon name="file" size={14} />}>{plan.import}</Button>}
      </FileButton>
      <p className={classes.small}>{plan.importLead}</p>
      {problems.length > 0 && (
        <Alert role="alert" color="red" variant="light" title={plan.notImported}>
          <table className={cards.table}>
            <thead><tr><th scope="col">{plan.line}</th><th scope="col">{plan.column}</th><th scope="col">{plan.reason}</th></tr></thead>
            <tbody>{problems.map(({ line, column, reason }) => <tr key={`${line} ${column} ${reason}`}><td>{line}</td><td>{column}</td><td>{reason}</td></tr>)}</tbody>
          </table>
        </Alert>
      )}
    </div>
  );
}
