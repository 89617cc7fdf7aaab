import { Alert, Button, CopyButton, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post, remove } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { useMe } from '../session/session.ts';
import cards from '../ui/card.module.css';
import { useTell } from '../ui/tell.ts';
import { explain, useWords } from '../words/words.tsx';
import classes from './profile.module.css';

interface Secret {
  readonly secret: string;
  readonly otpauthUri: string;
}

export function SecondFactor() {
  const words = useWords();
  const { profile, common } = words;
  const me = useMe();
  const queries = useQueryClient();
  const { trouble } = useTell();
  const [secret, setSecret] = useState<Secret>();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useMutation({ mutationFn: () => post<Secret>('/api/staff/me/second-factor'), onSuccess: setSecret, onError: trouble });
  if (codes !== undefined) {
    return (
      <section className={cards.card}>
        <h2 className={cards.title}>{profile.recovery}</h2>
        <Alert color="yellow" variant="light" mb="md">{profile.recoveryLead}</Alert>
        <ul className={classes.codes}>{codes.map((code) => <li key={code}>{code}</li>)}</ul>
        <div className={cards.foot}>
          <CopyButton value={codes.join('\n')}>{({ copy, copied }) => <Button variant="default" mt="md" onClick={copy}>{copied ? common.copied : common.copy}</Button>}</CopyButton>
          <Button mt="md" onClick={() => { setCodes(undefined); void queries.invalidateQueries({ queryKey: keys.me }); }}>{common.close}</Button>
        </div>
      </section>
    );
  }
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{profile.second}</h2>
      <p className={cards.lead}>{me.secondFactor ? profile.secondOn : profile.secondOff}</p>
      {me.secondFactor ? <TurnOff /> : secret === undefined
        ? <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>{profile.secondStart}</Button>
        : <Confirm secret={secret} confirmed={setCodes} />}
    </section>
  );
}

function Confirm({ secret, confirmed }: { readonly secret: Secret; readonly confirmed: (codes: readonly string[]) => void }) {
  const words = useWords();
  const { profile } = words;
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => post<{ recoveryCodes: readonly string[] }>('/api/staff/me/second-factor/confirm', { code: code.replaceAll(' ', '') }),
    onSuccess: ({ recoveryCodes }) => confirmed(recoveryCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className={cards.form} onSubmit={submit}>
      <div>
        {profile.secondSecret}
        <code className={classes.secret}>{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        {/^otpauth:/.test(secret.otpauthUri) && <a href={secret.otpauthUri}>{profile.secondOpen}</a>}
      </div>
      <TextInput label={profile.secondCode} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.currentTarget.value)} error={confirm.error !== null && explain(confirm.error, words)} required />
      <div className={cards.foot}><Button type="submit" loading={confirm.isPending}>{profile.secondConfirm}</Button></div>
    </form>
  );
}

function TurnOff() {
  const words = useWords();
  const { profile, session } = words;
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const stop = useMutation({
    mutationFn: () => remove('/api/staff/me/second-factor', { password }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stop.mutate();
  };
  return (
    <form className={cards.form} onSubmit={submit}>
      <PasswordInput label={session.current} value={password} onChange={(event) => setPassword(event.currentTarget.value)} autoComplete="current-password" error={stop.error !== null && explain(stop.error, words)} required />
      <div className={cards.foot}><Button type="submit" variant="default" loading={stop.isPending}>{profile.secondStop}</Button></div>
    </form>
  );
}
