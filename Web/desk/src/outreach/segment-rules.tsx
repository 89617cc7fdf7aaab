import { ActionIcon, Button, Select } from '@mantine/core';
import type { Join, SegmentField, SegmentRule } from '../api/outreach.ts';
import type { Faults } from '../api/problem.ts';
import { faultAt } from '../ui/faults.tsx';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { deepest, emptyGroup, freshRule, isGroup, operatorsOf, withRule, type Group } from './segment-rule.ts';
import { SegmentValueField } from './segment-value.tsx';
import classes from './segments.module.css';

interface Properties {
  readonly group: Group;
  readonly fields: readonly SegmentField[];
  readonly faults: Faults;
  /** Where it stands in the whole rule, as the service names it. */
  readonly at?: string;
  readonly depth?: number;
  readonly set: (group: Group) => void;
  readonly remove?: () => void;
}

export function SegmentRules({ group, fields, faults, at = 'rule', depth = 1, set, remove }: Properties) {
  const { segments } = useOutreachWords();
  const first = fields[0];
  const fault = faultAt(faults, at);
  return (
    <div className={classes.group} role="group" aria-label={segments.joins[group.join]}>
      <div className={classes.head}>
        <Select aria-label={segments.join} size="xs" w={240} data={Object.entries(segments.joins).map(([value, label]) => ({ value, label }))} value={group.join} allowDeselect={false} onChange={(join) => join !== null && set({ ...group, join: join as Join })} comboboxProps={{ withinPortal: false }} />
        {remove !== undefined && <ActionIcon aria-label={segments.removeGroup} onClick={remove}><Icon name="trash" size={16} /></ActionIcon>}
      </div>
      {fault !== undefined && <p className={classes.fault}>{fault}</p>}
      {group.rules.map((rule, index) => {
        const place = { key: index, at: `${at}.rules[${index}]`, fields, faults, remove: () => set(withRule(group, index, undefined)) };
        const change = (changed: SegmentRule) => set(withRule(group, index, changed));
        return isGroup(rule) ? <SegmentRules {...place} key={index} group={rule} depth={depth + 1} set={change} /> : <Comparison {...place} key={index} rule={rule} set={change} />;
      })}
      <div className={classes.foot}>
        {first !== undefined && <Button size="compact-sm" variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => set({ ...group, rules: [...group.rules, freshRule(first)] })}>{segments.addRule}</Button>}
        {depth < deepest - 1 && <Button size="compact-sm" variant="subtle" onClick={() => set({ ...group, rules: [...group.rules, { ...emptyGroup, join: 'any' }] })}>{segments.addGroup}</Button>}
      </div>
    </div>
  );
}

interface ComparisonProperties {
  readonly rule: SegmentRule;
  readonly at: string;
  readonly fields: readonly SegmentField[];
  readonly faults: Faults;
  readonly set: (rule: SegmentRule) => void;
  readonly remove: () => void;
}

function Comparison({ rule, at, fields, faults, set, remove }: ComparisonProperties) {
  const { segments } = useOutreachWords();
  const field = fields.find(({ name }) => name === rule.field);
  const kind = field?.value ?? 'text';
  const choose = (name: string | null) => {
    const chosen = fields.find((known) => known.name === name);
    if (chosen !== undefined) set(freshRule(chosen));
  };
  return (
    <div className={classes.rule}>
      <div className={classes.field}><Select aria-label={segments.field} data={fields.map(({ name }) => ({ value: name, label: segments.fields[name] ?? name }))} value={rule.field ?? null} allowDeselect={false} onChange={choose} error={faultAt(faults, `${at}.field`) ?? faultAt(faults, at)} comboboxProps={{ withinPortal: false }} /></div>
      <div className={classes.operator}><Select aria-label={segments.operator} data={operatorsOf(kind).map((value) => ({ value, label: segments.operators[value] }))} value={rule.operator ?? null} allowDeselect={false} onChange={(operator) => operator !== null && set({ ...rule, operator: operator as keyof typeof segments.operators })} error={faultAt(faults, `${at}.operator`)} comboboxProps={{ withinPortal: false }} /></div>
      <div className={classes.value}><SegmentValueField field={rule.field ?? ''} kind={kind} value={rule.value ?? ''} set={(value) => set({ ...rule, value })} fault={faultAt(faults, `${at}.value`)} /></div>
      <ActionIcon className={classes.remove} aria-label={segments.removeRule} onClick={remove}><Icon name="close" size={16} /></ActionIcon>
    </div>
  );
}
