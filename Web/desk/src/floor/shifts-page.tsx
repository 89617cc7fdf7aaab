import { ActionIcon, Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Coverage, Shift, ShiftPlan } from '../api/floor.ts';
import { get, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useAgents } from '../shell/presence.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';
import { days, shiftsOf, withShift } from './plan.ts';
import { ShiftDialog } from './shift-dialog.tsx';
import classes from './shifts.module.css';

export default function ShiftsPage() {
  const { shifts, common } = useWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const found = useQuery({ queryKey: keys.shifts, queryFn: () => get<ShiftPlan>('/api/desk/shifts') });
  const [plan, setPlan] = useState<ShiftPlan>();
  useEffect(() => setPlan(found.data), [found.data]);
  const save = useMutation({
    mutationFn: (changed: ShiftPlan) => put<ShiftPlan>('/api/desk/shifts', changed),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.shifts });
      void queries.invalidateQueries({ queryKey: ['coverage'] });
      done(common.saved);
    },
    onError: trouble,
  });
  const isChanged = plan !== undefined && plan !== found.data;
  return (
    <Page title={shifts.title} lead={plan === undefined ? shifts.lead : `${shifts.lead} ${shifts.zone(plan.zone)}`}
      actions={<Button disabled={!isChanged} loading={save.isPending} onClick={() => plan !== undefined && save.mutate(plan)}>{common.save}</Button>}>
      {isChanged && <Alert color="yellow" variant="light" mb="md" p="xs" role="status">{shifts.unsaved}</Alert>}
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {plan !== undefined && (
        <>
          <Week plan={plan} setPlan={setPlan} />
          <CoverageChart />
          <Holidays plan={plan} setPlan={setPlan} />
        </>
      )}
    </Page>
  );
}

interface Planned {
  readonly plan: ShiftPlan;
  readonly setPlan: (plan: ShiftPlan) => void;
}

interface Editing {
  readonly title: string;
  readonly start: { readonly from: string; readonly to: string };
  readonly isNew: boolean;
  readonly save: (times: { from: string; to: string } | undefined) => void;
}

function Week({ plan, setPlan }: Planned) {
  const { shifts } = useWords();
  const agents = useAgents().data ?? [];
  const [editing, setEditing] = useState<Editing>();
  const editShift = (agentId: string, day: number, shift?: Shift) => setEditing({
    title: shifts.editShift,
    start: shift ?? plan.hours.find((hours) => hours.day === day) ?? { from: '09:00', to: '17:00' },
    isNew: shift === undefined,
    save: (times) => setPlan(withShift(plan, shift, times && { agentId, day, ...times })),
  });
  const editHours = (day: number) => {
    const hours = plan.hours.find((known) => known.day === day);
    setEditing({
      title: shifts.hours,
      start: hours ?? { from: '09:00', to: '18:00' },
      isNew: hours === undefined,
      save: (times) => setPlan({ ...plan, hours: [...plan.hours.filter((known) => known !== hours), ...(times ? [{ day, ...times }] : [])] }),
    });
  };
  return (
    <div className={cards.frame} tabIndex={0}>
      <table className={classes.week}>
        <thead><tr><th scope="col"><span className="unseen">{shifts.title}</span></th>{days.map((day) => <th key={day} scope="col"><abbr title={shifts.days[day - 1]}>{shifts.shortDays[day - 1]}</abbr></th>)}</tr></thead>
        <tbody>
          <tr className={classes.hours}>
            <th scope="row">{shifts.hours}</th>
            {days.map((day) => {
              const hours = plan.hours.find((known) => known.day === day);
              return <td key={day}><button type="button" className={classes.open} aria-label={`${shifts.addHours(shifts.days[day - 1] ?? '')}: ${hours ? `${hours.from}–${hours.to}` : shifts.closed}`} onClick={() => editHours(day)}>{hours ? `${hours.from}–${hours.to}` : shifts.closed}</button></td>;
            })}
          </tr>
          {agents.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row"><span className={cards.person}><Face name={name} id={id} size="small" /><bdi>{name}</bdi></span></th>
              {days.map((day) => (
                <td key={day}>
                  {shiftsOf(plan, id, day).map((shift) => <button key={shift.from} type="button" className={classes.shift} onClick={() => editShift(id, day, shift)}>{shift.from}–{shift.to}</button>)}
                  <ActionIcon className={classes.add} size="sm" aria-label={shifts.addShift(name, shifts.days[day - 1] ?? '')} onClick={() => editShift(id, day)}><Icon name="plus" size={14} /></ActionIcon>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {editing !== undefined && <ShiftDialog {...editing} close={() => setEditing(undefined)} />}
    </div>
  );
}

function CoverageChart() {
  const { shifts } = useWords();
  const [date, setDate] = useState(() => new Date().toLocaleDateString('sv'));
  const hours = useQuery({ queryKey: keys.coverage(date), queryFn: () => get<readonly Coverage[]>('/api/desk/coverage', { date }) }).data ?? [];
  const most = Math.max(1, ...hours.flatMap(({ planned, needed }) => [planned, needed]));
  return (
    <section className={cards.card}>
      <div className={classes.chartHead}>
        <div><h2 className={cards.title}>{shifts.coverage}</h2><p className={cards.lead}>{shifts.coverageLead}</p></div>
        <TextInput type="date" size="xs" aria-label={shifts.date} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      </div>
      <ol className={classes.chart}>
        {hours.map(({ hour, planned, needed }) => (
          <li key={hour} data-short={planned < needed}>
            <span className={classes.bars} aria-hidden="true"><i style={{ height: `${(100 * planned) / most}%` }} /><b style={{ height: `${(100 * needed) / most}%` }} /></span>
            <span className={classes.hour}>{hour}</span>
            <span className="unseen">{planned} {shifts.planned}, {needed} {shifts.needed}</span>
          </li>
        ))}
      </ol>
      <p className={classes.legend} aria-hidden="true"><i />{shifts.planned}<b />{shifts.needed}</p>
    </section>
  );
}

function Holidays({ plan, setPlan }: Planned) {
  const { shifts, common } = useWords();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = () => {
    setPlan({ ...plan, holidays: [...plan.holidays.filter((known) => known.date !== date), { date, name: name.trim() }].toSorted((a, b) => a.date.localeCompare(b.date)) });
    setDate('');
    setName('');
  };
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{shifts.holidays}</h2>
      <ul className={classes.holidays}>
        {plan.holidays.map((holiday) => (
          <li key={holiday.date}>
            <time dateTime={holiday.date}>{holiday.date}</time>
            <bdi>{holiday.name}</bdi>
            <ActionIcon size="sm" aria-label={`${common.remove}: ${holiday.name}`} onClick={() => setPlan({ ...plan, holidays: plan.holidays.filter((known) => known !== holiday) })}><Icon name="close" size={14} /></ActionIcon>
          </li>
        ))}
      </ul>
      <div className={cards.foot}>
        <TextInput type="date" aria-label={shifts.date} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
        <TextInput aria-label={shifts.holidayName} placeholder={shifts.holidayName} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={80} />
        <Button variant="default" disabled={date === '' || name.trim() === ''} onClick={add}>{common.add}</Button>
      </div>
    </section>
  );
}
