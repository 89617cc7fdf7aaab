import { useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { get, onSessionEnded } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { isProblem } from '../api/problem.ts';
import type { Me } from '../api/staff.ts';
import { Trouble, Waiting } from '../ui/blank.tsx';
import { Language } from '../words/words.tsx';
import { ChangePassword } from './change-password.tsx';
import { Entrance } from './entrance.tsx';
import { signedIn } from './session.ts';
import { SignIn } from './sign-in.tsx';

const Desk = lazy(() => import('../shell/desk.tsx'));

/** Lets in whom the service knows. */
export function Gate() {
  const queries = useQueryClient();
  const [hasEnded, setEnded] = useState(false);
  const me = useQuery({
    queryKey: keys.me,
    queryFn: () => get<Me>('/api/staff/me').catch((error: unknown) => {
      if (isProblem(error) && error.status === 401) return null;
      throw error;
    }),
    staleTime: Infinity,
  });

  useEffect(() => onSessionEnded(() => {
    if (!queries.getQueryData(keys.me)) return;
    setEnded(true);
    queries.clear();
    queries.setQueryData(keys.me, null);
  }), [queries]);

  if (me.isError) return <Entrance><Trouble error={me.error} retry={() => void me.refetch()} /></Entrance>;
  if (me.data === undefined) return <Waiting />;
  if (me.data === null) return <SignIn hasEnded={hasEnded} />;
  return (
    <Language locale={me.data.locale}>
      <Colours theme={me.data.theme} />
      <signedIn.Provider value={me.data}>
        {me.data.mustChangePassword ? <ChangePassword /> : <Suspense fallback={<Waiting />}><Desk /></Suspense>}
      </signedIn.Provider>
    </Language>
  );
}

function Colours({ theme }: { readonly theme: Me['theme'] }) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme), [setColorScheme, theme]);
  return null;
}
