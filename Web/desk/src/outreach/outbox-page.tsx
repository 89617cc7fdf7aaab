import { Button, Checkbox, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Stuck, StuckList, StuckStatus } from '../api/outreach.ts';
import { useMay } from '../session/session.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip, type Tone } from '../ui/chip.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';
import { SureDialog } from './sure-dialog.tsx';

const statuses: readonly StuckStatus[] = ['held', 'dead', 'unknown'];
const tones: Readonly<Record<StuckStatus, Tone>> = { held: 'info', dead: 'alarm', unknown: 'warm' };

/** Rows, or all of a status, and what is to become of them. */
interface Question {
  readonly send: boolean;
  readonly ids?: readonly number[];
  readonly status?: StuckStatus;
  readonly mayRepeat: boolean;
}

/** What no sender takes up again by itself, for whoever runs the service. */
export default function OutboxPage() {
  const { outbox } = useOutreachWords();
  const found = useQuery({ queryKey: keys.outbox, queryFn: () => get<StuckList>('/api/outbox'), refetchInterval: 10_000, staleTime: 0 });
  const rows = found.data?.items ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [question, setQuestion] = useState<Question>();
  const selected = rows.filter(({ id }) => chosen.has(id));
  const ask = (send: boolean) => setQuestion({ send, ids: selected.map(({ id }) => id), mayRepeat: selected.some(({ status }) => status !== 'dead') });
  return (
    <OutreachPage title={outbox.title} lead={outbox.lead} actions={rows.length > 0 && (
      <>
        <span className={table.quiet} role="status">{outbox.selected(selected.length)}</span>
        <Button variant="default" disabled={selected.length === 0} onClick={() => ask(false)}>{outbox.drop}</Button>
        <Button disabled={selected.length === 0} onClick={() => ask(true)}>{outbox.send}</Button>
      </>
    )}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <Blank icon="check" title={outbox.empty} lead={outbox.emptyLead} />}
      {found.data !== undefined && rows.length > 0 && (
        <>
          <Wholesale list={found.data} ask={setQuestion} />
          <Table rows={rows} chosen={chosen} setChosen={setChosen} />
        </>
      )}
      {question !== undefined && <Decision question={question} close={() => setQuestion(undefined)} decided={() => setChosen(new Set())} />}
    </OutreachPage>
  );
}

/** Decides on all of a status, also on those that are too many to be listed. */
function Wholesale({ list, ask }: { readonly list: StuckList; readonly ask: (question: Question) => void }) {
  const { outbox } = useOutreachWords();
  return (
    <div className={`${table.foot} ${classes.wholesale}`}>
      {statuses.filter((status) => list.items.some((row) => row.status === status)).map((status) => (
        <Menu key={status}>
          <Menu.Target><Button size="compact-sm" variant="default">{outbox.allOf[status]}</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => ask({ send: true, status, mayRepeat: status !== 'dead' })}>{outbox.send}</Menu.Item>
            <Menu.Item color="red" onClick={() => ask({ send: false, status, mayRepeat: false })}>{outbox.drop}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ))}
      {list.more.length > 0 && <span className={classes.small}>{outbox.more(list.more.map((status) => outbox.statuses[status]).join(', '))}</span>}
    </div>
  );
}

interface TableProperties {
  readonly rows: readonly Stuck[];
  readonly chosen: ReadonlySet<number>;
  readonly setChosen: (chosen: ReadonlySet<number>) => void;
}

function Table({ rows, chosen, setChosen }: TableProperties) {
  const { outbox } = useOutreachWords();
  const may = useMay();
  const isAll = rows.every(({ id }) => chosen.has(id));
  const toggle = (id: number) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id]));
  return (
    <div className={table.frame} tabIndex={0} role="region" aria-label={outbox.title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col"><Checkbox aria-label={outbox.selectAll} checked={isAll} indeterminate={!isAll && chosen.size > 0} onChange={() => setChosen(new Set(isAll ? [] : rows.map(({ id }) => id)))} /></th>
            <th scope="col">{outbox.kind}</th>
            <th scope="col">{outbox.status}</th>
            <th scope="col" className={table.hideable}>{outbox.conversation}</th>
            <th scope="col" className={table.hideable}>{outbox.attempts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, status, kind, conversationId, attempts, error }) => (
            <tr key={id}>
              <td><Checkbox aria-label={outbox.select(id)} checked={chosen.has(id)} onChange={() => toggle(id)} /></td>
              <td>{outbox.kinds[kind] ?? <code>{kind}</code>}</td>
              <td><Chip tone={tones[status]} title={outbox.statusHints[status]}>{outbox.statuses[status]}</Chip><br /><span className={classes.small} dir="auto">{error}</span></td>
              <td className={table.hideable}>{may('desk.read') && <Link href={`/inbox/${conversationId}`}>{outbox.open}</Link>}</td>
              <td className={table.hideable}>{attempts}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Decision({ question: { send, ids, status, mayRepeat }, close, decided }: { readonly question: Question; readonly close: () => void; readonly decided: () => void }) {
  const { outbox } = useOutreachWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const decide = useMutation({
    mutationFn: () => post<{ readonly decided: number }>('/api/outbox/decide', { ids, status, send }),
    onSuccess: (answer) => {
      done(outbox.decided(answer.decided));
      decided();
    },
    onError: trouble,
    onSettled: () => {
      close();
      return queries.invalidateQueries({ queryKey: keys.outbox });
    },
  });
  return (
    <SureDialog title={send ? outbox.sendTitle : outbox.dropTitle} verb={send ? outbox.send : outbox.drop} isDanger={!send} isBusy={decide.isPending} close={close} act={() => decide.mutate()}>
      {status !== undefined && <strong>{outbox.allOf[status]}</strong>}
      <p>{(send ? outbox.sendLead : outbox.dropLead)(ids?.length)}</p>
      {send && mayRepeat && <p role="alert">{outbox.twice}</p>}
    </SureDialog>
  );
}
