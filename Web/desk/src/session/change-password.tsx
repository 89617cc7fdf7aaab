import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.ts';
import { useWords } from '../words/words.tsx';
import { Entrance } from './entrance.tsx';
import classes from './entrance.module.css';
import { PasswordForm } from './password-form.tsx';
import { useSignOut } from './session.ts';

export function ChangePassword() {
  const { session } = useWords();
  const queries = useQueryClient();
  const signOut = useSignOut();
  return (
    <Entrance title={session.changeTitle} lead={session.changeLead}>
      <PasswordForm onChanged={() => void queries.invalidateQueries({ queryKey: keys.me })} />
      <div className={classes.foot}>
        <Button variant="subtle" onClick={() => signOut.mutate()}>{session.signOut}</Button>
      </div>
    </Entrance>
  );
}
