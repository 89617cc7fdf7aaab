import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Locale } from '@supportbot/shared/locale.ts';
import { get, remove } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Preferences, StaffSession, Theme } from '../api/staff.ts';
import { PasswordForm } from '../session/password-form.tsx';
import { useChangeMe, useMe } from '../session/session.ts';
import { allowSound } from '../stream/voice.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import classes from './profile.module.css';
import { SecondFactor } from './second-factor.tsx';

export default function ProfilePage() {
  const { profile } = useWords();
  const { done } = useTell();
  const queries = useQueryClient();
  const changed = () => {
    done(profile.passwordChanged);
    void queries.invalidateQueries({ queryKey: keys.sessions });
  };
  return (
    <Page title={profile.title} width="narrow">
      <You />
      <Writing />
      <section className={cards.card}><h2 className={cards.title}>{profile.password}</h2><PasswordForm onChanged={changed} /></section>
      <SecondFactor />
      <Sessions />
    </Page>
  );
}

function You() {
  const { profile, shell, common } = useWords();
  const me = useMe();
  const change = useChangeMe();
  const { done, trouble } = useTell();
  const [name, setName] = useState(me.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name: name.trim() }, { onSuccess: () => done(common.saved), onError: trouble });
  };
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{profile.you}</h2>
      <form className={cards.form} onSubmit={submit}>
        <TextInput label={profile.name} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={100} required />
        <div className={cards.pair}>
          <Select label={shell.language} data={[{ value: 'en', label: 'English' }, { value: 'zh', label: '中文' }]} value={me.locale} allowDeselect={false} onChange={(locale) => locale !== null && change.mutate({ locale: locale as Locale })} />
          <Select label={shell.themeLabel} data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: shell.theme[value] }))} value={me.theme} allowDeselect={false} onChange={(theme) => theme !== null && change.mutate({ theme: theme as Theme })} />
        </div>
        <div className={cards.foot}><Button type="submit" disabled={name.trim() === '' || name === me.name} loading={change.isPending}>{common.save}</Button></div>
      </form>
    </section>
  );
}

function Writing() {
  const { profile } = useWords();
  const { preferences } = useMe();
  const change = useChangeMe();
  const set = (changed: Preferences) => change.mutate({ preferences: { ...preferences, ...changed } });
  const isBlocked = 'Notification' in globalThis && Notification.permission === 'denied';
  const notify = (wanted: boolean) => {
    if (wanted && 'Notification' in globalThis && Notification.permission === 'default') void Notification.requestPermission();
    set({ notifications: wanted });
  };
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{profile.writing}</h2>
      <div className={cards.form}>
        <Switch label={profile.enterSends} checked={preferences.enterSends ?? false} onChange={(event) => set({ enterSends: event.currentTarget.checked })} />
        <Switch label={profile.sound} checked={preferences.sound ?? true} onChange={(event) => { allowSound(); set({ sound: event.currentTarget.checked }); }} />
        <Switch label={profile.notifications} checked={preferences.notifications ?? true} onChange={(event) => notify(event.currentTarget.checked)} {...(isBlocked ? { description: profile.notificationsBlocked } : {})} />
      </div>
    </section>
  );
}

function Sessions() {
  const { words: { profile }, dates } = useLanguage();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const found = useQuery({ queryKey: keys.sessions, queryFn: () => get<readonly StaffSession[]>('/api/staff/sessions') });
  const end = useMutation({
    mutationFn: (id: string) => remove(`/api/staff/sessions/${id}`),
    onError: trouble,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sessions }),
  });
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{profile.sessions}</h2>
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      <ul className={classes.sessions}>
        {found.data?.map(({ id, lastSeenAt, address, agent, current }) => (
          <li key={id}>
            <div className={classes.device}>
              <span dir="auto">{deviceName(agent ?? '')}{address ? ` · ${address}` : ''}</span>
              <span className={cards.quiet}>{profile.lastSeen(dates.full(new Date(lastSeenAt)))}</span>
            </div>
            {current ? <Chip tone="calm">{profile.current}</Chip> : <Button size="compact-sm" variant="default" onClick={() => end.mutate(id)}>{profile.endSession}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Chrome, Linux" out of the long line browsers introduce themselves with; the line itself where we know no better. */
function deviceName(agent: string): string {
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent)?.[0].replace('Edg', 'Edge');
  const system = /iPhone|iPad|Android|Windows|Mac OS X|Linux/.exec(agent)?.[0].replace('Mac OS X', 'macOS');
  return [browser, system].filter((part) => part !== undefined).join(', ') || agent.slice(0, 80) || '–';
}
