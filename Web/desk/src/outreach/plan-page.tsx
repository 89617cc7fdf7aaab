import { ActionIcon, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { PlanEntry } from '../api/outreach.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import { FaultList } from '../ui/faults.tsx';
import { Icon } from '../ui/icon.tsx';
import { isProblem } from '../api/problem.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { NextFestivals } from './next-festivals.tsx';
import { OutreachPage } from './outreach-page.tsx';
import { OwnDays } from './own-days.tsx';
import { PlanMonth } from './plan-month.tsx';
import classes from './plan.module.css';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

export default function PlanPage() {
  const { outreach, plan } = useOutreachWords();
  const [year, setYear] = useState(() => new Date().getFullYear());
  const found = useQuery({ queryKey: keys.plan(year), queryFn: () => get<readonly PlanEntry[]>('/api/outreach/plan', { year }), staleTime: 0, placeholderData: (before) => before });
  const of = (month: number) => found.data?.filter(({ day }) => Number(day.date.slice(0, 4)) === year && Number(day.date.slice(5, 7)) === month) ?? [];
  return (
    <OutreachPage title={plan.title} lead={plan.lead} actions={(
      <div className={classes.year} role="group" aria-label={plan.year}>
        <ActionIcon variant="default" aria-label={plan.earlier} onClick={() => setYear(year - 1)}><Icon name="back" size={16} /></ActionIcon>
        <NumberInput w={90} aria-label={plan.year} value={year} onChange={(value) => typeof value === 'number' && value > 999 && setYear(value)} min={1901} max={2100} allowDecimal={false} hideControls />
        <ActionIcon variant="default" aria-label={plan.later} onClick={() => setYear(year + 1)}><Icon name="forward" size={16} /></ActionIcon>
      </div>
    )}>
      {found.isPending && <Waiting />}
      {isProblem(found.error, 'Invalid') && <FaultList error={found.error} title={outreach.faults} />}
      {found.isError && !isProblem(found.error, 'Invalid') && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && <div className={classes.months}>{months.map((month) => <PlanMonth key={month} year={year} month={month} entries={of(month)} />)}</div>}
      <div className={classes.below}>
        <OwnDays />
        <NextFestivals />
      </div>
    </OutreachPage>
  );
}
