import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { JobRun } from '../api/outreach.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { momentOf } from './days.ts';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';

/** How the ticks go, for whoever runs the service. */
export default function JobsPage() {
  const { jobs } = useOutreachWords();
  const { dates, locale } = useLanguage();
  const found = useQuery({ queryKey: keys.jobs, queryFn: () => get<readonly JobRun[]>('/api/outreach/jobs'), refetchInterval: 5_000, staleTime: 0 });
  const moment = (at: string | null) => (at === null ? '–' : <time dateTime={at}>{momentOf(at, dates)}</time>);
  return (
    <OutreachPage title={jobs.title} lead={jobs.lead}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Blank icon="gear" title={jobs.empty} lead={jobs.emptyLead} />}
      {found.data !== undefined && found.data.length > 0 && (
        <div className={table.frame} tabIndex={0} role="region" aria-label={jobs.title}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{jobs.name}</th>
                <th scope="col">{jobs.state}</th>
                <th scope="col">{jobs.last}</th>
                <th scope="col" className={table.hideable}>{jobs.took}</th>
                <th scope="col">{jobs.next}</th>
                <th scope="col" className={table.hideable}>{jobs.runs}</th>
                <th scope="col" className={table.hideable}>{jobs.misfires}</th>
                <th scope="col" className={table.hideable}>{jobs.node}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((job) => (
                <tr key={job.name}>
                  <td>{jobs.names[job.name] ?? job.name}</td>
                  <td>{job.error === null ? <Chip tone="calm">{jobs.ok}</Chip> : <><Chip tone="alarm">{jobs.failing}</Chip><br /><span className={classes.small}>{jobs.errors[job.error] ?? <code>{job.error}</code>}</span></>}</td>
                  <td className={classes.nowrap}>{moment(job.started)}</td>
                  <td className={table.hideable}>{job.started !== null && job.finished !== null && jobs.milliseconds(Date.parse(job.finished) - Date.parse(job.started))}</td>
                  <td className={classes.nowrap}>{moment(job.next)}</td>
                  <td className={table.hideable}>{job.runs.toLocaleString(locale)}</td>
                  <td className={table.hideable}>{job.misfires > 0 ? <Chip tone="warm">{job.misfires.toLocaleString(locale)}</Chip> : 0}</td>
                  <td className={`${table.hideable} ${table.quiet}`}>{job.node}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </OutreachPage>
  );
}
