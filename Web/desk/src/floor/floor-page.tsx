import { Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Agent, Summary } from '../api/conversation.ts';
import type { Figures, Floor } from '../api/floor.ts';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { WaitClock } from '../inbox/wait-clock.tsx';
import { useLive } from '../stream/live.tsx';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip, type Tone } from '../ui/chip.tsx';
import { age, span, useMinutes, useSeconds, waitTone } from '../ui/clock.ts';
import { Face } from '../ui/face.tsx';
import { Page } from '../ui/page.tsx';
import { useTell } from '../ui/tell.ts';
import { shopperName, useWords } from '../words/words.tsx';
import classes from './floor.module.css';

/** Who is on, who waits, and how well the day goes; the stream sends it anew every second that something changes. */
export default function FloorPage() {
  const { floor } = useWords();
  const found = useQuery({ queryKey: keys.floor, queryFn: () => get<Floor>('/api/desk/floor'), refetchInterval: 15_000 });
  return (
    <Page title={floor.title}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <Tiles figures={found.data.figures} waiting={found.data.waiting} />
          <div className={classes.halves}>
            <Queue waiting={found.data.waiting} agents={found.data.agents} />
            <Team agents={found.data.agents} />
          </div>
        </>
      )}
    </Page>
  );
}

const goal = 90;

function Tiles({ figures, waiting }: { readonly figures: Figures; readonly waiting: readonly Summary[] }) {
  const words = useWords();
  const { floor } = words;
  const now = useSeconds();
  const since = waiting.flatMap(({ waitingSince, queuedAt }) => waitingSince ?? queuedAt ?? []).toSorted()[0];
  const longest = since === undefined ? 0 : Math.max(0, now - Math.floor(Date.parse(since) / 1000));
  const share = (count: number) => (figures.answered === 0 ? undefined : Math.round((100 * count) / figures.answered));
  return (
    <dl className={classes.tiles}>
      <Tile label={floor.waiting} value={String(figures.waiting)} tone={figures.waiting > 0 ? 'warm' : 'calm'} />
      <Tile label={floor.longest} value={span(longest, words)} tone={waitTone(longest)} />
      <Tile label={floor.within20} percent={share(figures.answeredWithin20)} />
      <Tile label={floor.within100} percent={share(figures.answeredWithin100)} />
      <Tile label={floor.within180} percent={share(figures.answeredWithin180)} isGoal />
      <Tile label={floor.answered} value={String(figures.answered)} />
      <Tile label={floor.abandoned} value={String(figures.abandoned)} tone={figures.abandoned > 0 ? 'hot' : 'calm'} />
    </dl>
  );
}

interface TileProperties {
  readonly label: string;
  readonly value?: string;
  readonly percent?: number | undefined;
  readonly tone?: Tone;
  readonly isGoal?: boolean;
}

function Tile({ label, value, percent, tone = 'plain', isGoal = false }: TileProperties) {
  const { floor } = useWords();
  const shown = percent === undefined ? tone : isGoal ? (percent >= goal ? 'calm' : 'alarm') : 'plain';
  return (
    <div className={classes.tile}>
      <dt>{label}</dt>
      <dd data-tone={shown}>{value ?? (percent === undefined ? '–' : `${percent} %`)}</dd>
      {value === undefined && <dd><meter className={classes.meter} min={0} max={100} value={percent ?? 0} aria-label={label} /></dd>}
      {isGoal && <dd className={classes.goal}>{floor.goal}</dd>}
    </div>
  );
}

function Queue({ waiting, agents }: { readonly waiting: readonly Summary[]; readonly agents: readonly Agent[] }) {
  const words = useWords();
  const { floor, inbox } = words;
  const { cache } = useLive();
  const { trouble } = useTell();
  const assign = useMutation({
    mutationFn: ({ id, agentId }: { id: string; agentId: string }) => post<Summary>(`/api/desk/conversations/${id}/assign`, { agentId }),
    onSuccess: (summary) => cache.conversation(summary),
    onError: trouble,
  });
  return (
    <section className={table.card}>
      <h2 className={table.title}>{floor.queue}</h2>
      {waiting.length === 0 && <Blank icon="check" title={floor.nobodyWaits} />}
      <ul className={classes.rows}>
        {waiting.map(({ id, shopper, waitingSince, queuedAt, last, summary, reason, priority, skill }) => (
          <li key={id} className={classes.row}>
            <Face name={shopperName(shopper, words)} id={shopper.id} />
            <Link className={classes.who} href={`/inbox/${id}`}>
              <bdi className={classes.name}>{shopperName(shopper, words)}</bdi>
              <span className={classes.text} dir="auto">{last?.text || (summary ?? reason)}</span>
            </Link>
            {shopper.vip && <Chip tone="warm">VIP</Chip>}
            {priority !== 'normal' && <Chip tone="alarm">{inbox[priority]}</Chip>}
            {skill && <Chip><bdi>{skill}</bdi></Chip>}
            <WaitClock since={waitingSince ?? queuedAt ?? last?.at ?? new Date().toISOString()} />
            <Menu position="bottom-end">
              <Menu.Target><UnstyledButton className={classes.assign}>{floor.assign}</UnstyledButton></Menu.Target>
              <Menu.Dropdown>
                {agents.filter(({ state }) => state !== 'off').map((agent) => (
                  <Menu.Item key={agent.id} onClick={() => assign.mutate({ id, agentId: agent.id })}><bdi>{agent.name}</bdi> {agent.load}/{agent.capacity}</Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </li>
        ))}
      </ul>
    </section>
  );
}

const readiness = { on: 0, busy: 1, away: 2, off: 3 };

function Team({ agents }: { readonly agents: readonly Agent[] }) {
  const words = useWords();
  const { floor, shell } = words;
  const minutes = useMinutes();
  const sorted = agents.toSorted((a, b) => readiness[a.state] - readiness[b.state] || b.load - a.load || a.name.localeCompare(b.name));
  return (
    <section className={table.card}>
      <h2 className={table.title}>{floor.team}</h2>
      {sorted.every(({ state }) => state === 'off') && <p className={table.quiet}>{floor.nobodyOn}</p>}
      <ul className={classes.rows}>
        {sorted.map(({ id, name, state, since, load, capacity, skills }) => (
          <li key={id} className={classes.row}>
            <Face name={name} id={id} presence={state} />
            <span className={classes.who}>
              <bdi className={classes.name}>{name}</bdi>
              <span className={classes.text}>{shell.presence[state]}{since && ` · ${age(minutes * 60 - Date.parse(since) / 1000, words)}`}</span>
            </span>
            <span className={classes.skills}>{skills.slice(0, 3).map((skill) => <Chip key={skill.name}><bdi>{skill.name}</bdi></Chip>)}</span>
            <span className={classes.load}>
              <meter className={classes.meter} min={0} max={Math.max(capacity, 1)} high={capacity} value={load} aria-label={`${floor.load}: ${name}`} />
              {load}/{capacity}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
