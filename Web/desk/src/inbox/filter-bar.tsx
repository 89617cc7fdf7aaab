import { ActionIcon, Button, Indicator, Popover, Select, TextInput, Tooltip } from '@mantine/core';
import type { Counts, Filter, Sort, Status } from '../api/conversation.ts';
import { useAgents } from '../shell/presence.ts';
import { views } from '../stream/belongs.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './filter-bar.module.css';
import { isFiltered, withPart } from './filters.ts';
import { startFilter } from './lists.ts';
import { SavedViews } from './saved-views.tsx';

interface Properties {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly counts: Counts;
}

export function FilterBar({ filter, setFilter, counts }: Properties) {
  const { inbox } = useWords();
  return (
    <header className={classes.bar}>
      <div className={classes.top}>
        <h1 className={classes.title}>{inbox.status[filter.status]}</h1>
        <SavedViews filter={filter} choose={setFilter} />
        <Popover position="bottom-end" width={280} shadow="md" trapFocus>
          <Popover.Target>
            <Tooltip label={inbox.filter}>
              <Indicator disabled={!isFiltered(filter)} size={8} offset={6} color="pine">
                <ActionIcon aria-label={inbox.filter}><Icon name="filter" /></ActionIcon>
              </Indicator>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown><Filters filter={filter} setFilter={setFilter} /></Popover.Dropdown>
        </Popover>
      </div>
      <div className={classes.tabs} role="group" aria-label={inbox.list}>
        {views.map((view) => (
          <button key={view} type="button" className={classes.tab} aria-pressed={filter.view === view} onClick={() => setFilter({ ...filter, view })}>
            {inbox.views[view]}
            <span className={classes.count} data-hot={view === 'unassigned' && counts.unassigned > 0}>{counts[view] > 999 ? '999+' : counts[view]}</span>
          </button>
        ))}
      </div>
    </header>
  );
}

function Filters({ filter, setFilter }: Pick<Properties, 'filter' | 'setFilter'>) {
  const { inbox, common } = useWords();
  const agents = useAgents().data ?? [];
  const choices = <T extends string>(names: Readonly<Record<T, string>>) => Object.entries<string>(names).map(([value, label]) => ({ value, label }));
  const inside = { comboboxProps: { withinPortal: false } };
  return (
    <div className={classes.filters}>
      <Select {...inside} label={inbox.statusLabel} data={choices(inbox.status)} value={filter.status} allowDeselect={false} onChange={(status) => status !== null && setFilter({ ...filter, status: status as Status })} />
      <Select {...inside} label={inbox.sort} data={choices(inbox.sorts)} value={filter.sort} allowDeselect={false} onChange={(sort) => sort !== null && setFilter({ ...filter, sort: sort as Sort })} />
      <Select {...inside} label={inbox.channel} data={choices(inbox.channels)} value={filter.channel ?? null} placeholder={common.all} clearable onChange={(value) => setFilter(withPart(filter, 'channel', value))} />
      <Select {...inside} label={inbox.language} data={choices(common.locale)} value={filter.locale ?? null} placeholder={common.all} clearable onChange={(value) => setFilter(withPart(filter, 'locale', value))} />
      <Select {...inside} label={inbox.agent} data={agents.map(({ id, name }) => ({ value: id, label: name }))} value={filter.agent ?? null} placeholder={common.all} clearable searchable onChange={(value) => setFilter(withPart(filter, 'agent', value))} />
      <TextInput key={filter.tag ?? ''} label={inbox.tag} defaultValue={filter.tag ?? ''} onBlur={(event) => setFilter(withPart(filter, 'tag', event.currentTarget.value.trim()))} />
      {isFiltered(filter) && <Button variant="subtle" size="xs" onClick={() => setFilter({ ...startFilter, view: filter.view })}>{inbox.clear}</Button>}
    </div>
  );
}
