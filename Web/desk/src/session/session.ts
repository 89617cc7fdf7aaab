import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { patch, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Me, Preferences } from '../api/staff.ts';

export const signedIn = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(signedIn);
  if (me === undefined) throw new Error('Nobody is signed in.');
  return me;
}

export type Permission =
  | 'desk.read' | 'desk.reply' | 'desk.supervise' | 'desk.shifts' | 'tickets.read' | 'tickets.write' | 'customers.read' | 'customers.write' | 'customers.unmask' | 'customers.erase' | 'reports.read' | 'users.manage' | 'audit.read'
  | 'outreach.write' | 'settings.write';

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

export function useChangeMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { name?: string; locale?: Me['locale']; theme?: Me['theme']; preferences?: Preferences }) => patch<Me>('/api/staff/me', change),
    // Language and colours change at once; should the service refuse, what it holds is fetched again.
    onMutate: (change) => queries.setQueryData<Me | null>(keys.me, (me) => me && { ...me, ...change }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => post<void>('/api/staff/sign-out'),
    onSettled: () => {
      queries.clear();
      queries.setQueryData(keys.me, null);
    },
  });
}
