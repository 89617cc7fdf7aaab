import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { isProblem } from '../api/problem.ts';
import type { Me } from '../api/staff.ts';
import { explain, useWords, type Words } from '../words/words.tsx';
import { Entrance } from './entrance.tsx';
import classes from './entrance.module.css';

export function SignIn({ hasEnded }: { readonly hasEnded: boolean }) {
  const words = useWords();
  const { session } = words;
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const signIn = useMutation({
    mutationFn: () => post<Me>('/api/staff/sign-in', { email, password, ...(code === '' ? {} : { code: code.replaceAll(' ', '') }) }),
    onSuccess: (me) => queries.setQueryData(keys.me, me),
  });
  const [asksCode, setAsksCode] = useState(false);
  if (isProblem(signIn.error, 'CodeNeeded') && !asksCode) setAsksCode(true);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const problem = signIn.error !== null && !isProblem(signIn.error, 'CodeNeeded') ? refusal(signIn.error, words) : undefined;
  return (
    <Entrance title={session.title} lead={asksCode ? session.codeLead : session.lead}>
      <form className={classes.form} onSubmit={submit}>
        {hasEnded && problem === undefined && <Alert color="yellow" variant="light" role="status">{session.ended}</Alert>}
        {problem !== undefined && <Alert color="red" variant="light" role="alert">{problem}</Alert>}
        {asksCode
          ? <TextInput key="code" label={session.code} value={code} onChange={(event) => setCode(event.currentTarget.value)} autoComplete="one-time-code" autoFocus required />
          : (
            <>
              <TextInput label={session.email} type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} autoComplete="username" autoFocus required />
              <PasswordInput label={session.password} value={password} onChange={(event) => setPassword(event.currentTarget.value)} autoComplete="current-password" required />
            </>
          )}
        <Button type="submit" size="md" loading={signIn.isPending}>{session.signIn}</Button>
        {asksCode && <Button variant="subtle" onClick={() => { setAsksCode(false); setCode(''); signIn.reset(); }}>{words.common.back}</Button>}
      </form>
    </Entrance>
  );
}

function refusal(error: unknown, words: Words): string {
  if (isProblem(error, 'TooManyAttempts')) return words.session.tooMany(error.retryAfter ?? 60);
  return isProblem(error, 'SignInFailed') ? words.session.signInFailed : explain(error, words);
}
