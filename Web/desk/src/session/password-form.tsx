import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post } from '../api/http.ts';
import { explain, useWords } from '../words/words.tsx';
import classes from './entrance.module.css';

export function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const words = useWords();
  const { session } = words;
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && again !== fresh;
  const change = useMutation({
    mutationFn: () => post<void>('/api/staff/me/password', { current, new: fresh }),
    onSuccess: () => {
      setCurrent('');
      setFresh('');
      setAgain('');
      onChanged();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fresh === again) change.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {change.error !== null && <Alert color="red" variant="light" role="alert">{explain(change.error, words)}</Alert>}
      <PasswordInput label={session.current} value={current} onChange={(event) => setCurrent(event.currentTarget.value)} autoComplete="current-password" required />
      <PasswordInput label={session.fresh} description={session.freshHint} value={fresh} onChange={(event) => setFresh(event.currentTarget.value)} autoComplete="new-password" required />
      <PasswordInput label={session.repeat} value={again} onChange={(event) => setAgain(event.currentTarget.value)} autoComplete="new-password" error={differs && session.mismatch} required />
      <Button type="submit" loading={change.isPending}>{session.change}</Button>
    </form>
  );
}
