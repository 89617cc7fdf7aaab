import { ActionIcon, Alert, Button, CopyButton, Menu, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, patch, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { User } from '../api/staff.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import table from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';
import profile from '../settings/profile.module.css';
import { UserForm } from './user-form.tsx';

export interface OneTime {
  readonly name: string;
  readonly password: string;
}

/** An expired skill does not count when conversations are given out. */
const isOver = (until: string | null | undefined) => !!until && Date.parse(until) < Date.now();

export default function UsersPage() {
  const { words: { users, common }, dates } = useLanguage();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const found = useQuery({ queryKey: keys.users, queryFn: () => get<readonly User[]>('/api/staff/users') });
  const [editing, setEditing] = useState<User | 'new'>();
  const [oneTime, setOneTime] = useState<OneTime>();
  const refresh = () => queries.invalidateQueries({ queryKey: keys.users });
  const reset = useMutation({
    mutationFn: ({ id }: User) => post<{ oneTimePassword: string }>(`/api/staff/users/${id}/reset-password`),
    onSuccess: ({ oneTimePassword }, { name }) => setOneTime({ name, password: oneTimePassword }),
    onError: trouble,
    onSettled: refresh,
  });
  const activate = useMutation({
    mutationFn: ({ id, active }: User) => patch(`/api/staff/users/${id}`, { active: !active }),
    onError: trouble,
    onSettled: refresh,
  });
  return (
    <Page title={users.title} actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>{users.new}</Button>}>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <div className={table.frame} tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{users.name}</th>
                <th scope="col">{users.roles}</th>
                <th scope="col" className={table.hideable}>{users.secondFactor}</th>
                <th scope="col" className={table.hideable}>{users.skills}</th>
                <th scope="col"><span className="unseen">{common.more}</span></th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((user) => (
                <tr key={user.id}>
                  <td><span className={table.person}><Face name={user.name} id={user.id} /><span><strong dir="auto">{user.name}</strong><br /><span className={table.quiet}>{user.email}</span></span></span></td>
                  <td><span className={table.chips}>{!user.active && <Chip tone="alarm">{users.inactive}</Chip>}{user.roles.map((role) => <Chip key={role} tone={role === 'administrator' ? 'warm' : 'info'}>{users.role[role]}</Chip>)}</span></td>
                  <td className={table.hideable}>{user.secondFactor ? <Chip tone="calm">{common.yes}</Chip> : <Chip>{common.no}</Chip>}</td>
                  <td className={table.hideable}><span className={table.chips}>{user.skills?.map(({ name, until }) => <Chip key={name} tone={isOver(until) ? 'alarm' : 'plain'}><bdi>{name}</bdi>{until && ` · ${dates.short(new Date(until))}`}</Chip>)}</span></td>
                  <td>
                    <Menu position="bottom-end">
                      <Menu.Target><ActionIcon aria-label={`${common.more}: ${user.name}`}><Icon name="more" /></ActionIcon></Menu.Target>
                      <Menu.Dropdown>
                        <Menu.Item leftSection={<Icon name="pencil" size={16} />} onClick={() => setEditing(user)}>{common.edit}</Menu.Item>
                        <Menu.Item leftSection={<Icon name="key" size={16} />} onClick={() => reset.mutate(user)}>{users.reset}</Menu.Item>
                        <Menu.Item leftSection={<Icon name="block" size={16} />} onClick={() => activate.mutate(user)}>{user.active ? users.deactivate : users.activate}</Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== undefined && <UserForm user={editing === 'new' ? undefined : editing} close={() => setEditing(undefined)} created={setOneTime} />}
      <Modal opened={oneTime !== undefined} onClose={() => setOneTime(undefined)} title={users.oneTime}>
        <Alert color="yellow" variant="light">{users.oneTimeLead(oneTime?.name ?? '')}</Alert>
        <code className={profile.secret}>{oneTime?.password}</code>
        <CopyButton value={oneTime?.password ?? ''}>{({ copy, copied }) => <Button fullWidth onClick={copy}>{copied ? common.copied : common.copy}</Button>}</CopyButton>
      </Modal>
    </Page>
  );
}
