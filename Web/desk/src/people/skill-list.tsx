import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Skill } from '../api/staff.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './skill-list.module.css';

interface Properties {
  readonly skills: readonly Skill[];
  readonly change: (skills: readonly Skill[]) => void;
}

const most = 30;

/** What somebody knows, and until when their certificate says so. */
export function SkillList({ skills, change }: Properties) {
  const { users, common } = useWords();
  const set = (index: number, skill: Skill) => change(skills.map((known, at) => (at === index ? skill : known)));
  return (
    <fieldset className={classes.skills}>
      <legend className={classes.legend}>{users.skills}</legend>
      {skills.map(({ name, until }, index) => (
        <div key={index} className={classes.row}>
          <TextInput className={classes.name} aria-label={users.skill} placeholder={users.skill} value={name} onChange={(event) => set(index, { name: event.currentTarget.value, until: until ?? null })} maxLength={64} />
          <span className={classes.until}>
            <span aria-hidden="true">{users.until}</span>
            <TextInput type="date" aria-label={users.skillUntil(name)} value={until?.slice(0, 10) ?? ''} onChange={(event) => set(index, { name, until: endOf(event.currentTarget.value) })} />
          </span>
          <ActionIcon aria-label={`${common.remove}: ${name}`} onClick={() => change(skills.filter((_, at) => at !== index))}><Icon name="close" size={16} /></ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="default" leftSection={<Icon name="plus" size={14} />} disabled={skills.length >= most} onClick={() => change([...skills, { name: '', until: null }])}>{users.addSkill}</Button>
    </fieldset>
  );
}

/** A certificate counts to the end of its last day. */
function endOf(day: string): string | null {
  return day === '' ? null : `${day}T23:59:59Z`;
}
