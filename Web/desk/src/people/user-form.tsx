import { Button, Checkbox, Group, Modal, MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { patch, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Role, Skill, User } from '../api/staff.ts';
import cards from '../ui/card.module.css';
import { useTell } from '../ui/tell.ts';
import { useWords } from '../words/words.tsx';
import { SkillList } from './skill-list.tsx';
import type { OneTime } from './users-page.tsx';

interface Properties {
  readonly user: User | undefined;
  readonly close: () => void;
  readonly created: (password: OneTime) => void;
}

const roleNames: readonly Role[] = ['agent', 'supervisor', 'marketer', 'administrator'];
const mostAtOnce = 50;

export function UserForm({ user, close, created }: Properties) {
  const { users, common } = useWords();
  const queries = useQueryClient();
  const { done, trouble } = useTell();
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [roles, setRoles] = useState<string[]>([...(user?.roles ?? ['agent'])]);
  const [skills, setSkills] = useState<readonly Skill[]>(user?.skills ?? []);
  const [teams, setTeams] = useState<string[]>([...(user?.teams ?? [])]);
  const [languages, setLanguages] = useState<string[]>([...(user?.languages ?? ['en', 'zh'])]);
  const [capacity, setCapacity] = useState<number | undefined>(user?.capacity ?? undefined);

  const named = skills.map(({ name: skill, until }) => ({ name: skill.trim(), until: until ?? null })).filter((skill) => skill.name !== '');
  const work = { skills: named, teams, languages, ...(capacity === undefined ? {} : { capacity }) };
  const save = useMutation({
    mutationFn: async () => {
      if (user !== undefined) return void await patch(`/api/staff/users/${user.id}`, { name: name.trim(), roles, ...work });
      const answer = await post<{ oneTimePassword: string }>('/api/staff/users', { name: name.trim(), email: email.trim(), roles, ...work });
      created({ name: name.trim(), password: answer.oneTimePassword });
    },
    onSuccess: () => {
      done(common.saved);
      close();
      void queries.invalidateQueries({ queryKey: keys.users });
      void queries.invalidateQueries({ queryKey: keys.agents });
    },
    onError: trouble,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (roles.length > 0) save.mutate();
  };
  return (
    <Modal opened onClose={close} title={user === undefined ? users.new : <bdi>{user.name}</bdi>} size="lg">
      <form className={cards.form} onSubmit={submit}>
        <div className={cards.pair}>
          <TextInput label={users.name} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={100} required data-autofocus />
          <TextInput label={users.email} type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} disabled={user !== undefined} maxLength={200} required />
        </div>
        <Checkbox.Group label={users.roles} value={roles} onChange={setRoles} error={roles.length === 0 && users.needRole}>
          <Group mt={6}>{roleNames.map((role) => <Checkbox key={role} value={role} label={users.role[role]} />)}</Group>
        </Checkbox.Group>
        <SkillList skills={skills} change={setSkills} />
        <TagsInput label={users.teams} value={teams} onChange={setTeams} maxTags={30} />
        <div className={cards.pair}>
          <MultiSelect label={users.languages} data={[{ value: 'en', label: common.locale.en }, { value: 'zh', label: common.locale.zh }]} value={languages} onChange={setLanguages} comboboxProps={{ withinPortal: false }} />
          <NumberInput label={users.capacity} value={capacity ?? ''} onChange={(value) => setCapacity(typeof value === 'number' ? value : undefined)} min={1} max={mostAtOnce} allowDecimal={false} />
        </div>
        <Button type="submit" loading={save.isPending}>{common.save}</Button>
      </form>
    </Modal>
  );
}
