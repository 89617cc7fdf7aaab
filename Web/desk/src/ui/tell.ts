import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { explain, useWords } from '../words/words.tsx';

/** Short notices at the edge of the page. */
export function useTell() {
  const words = useWords();
  return useMemo(() => ({
    done: (message: string) => {
      notifications.show({ message, color: 'pine', withBorder: true });
    },
    trouble: (error: unknown) => {
      notifications.show({ message: explain(error, words), color: 'red', withBorder: true, autoClose: 8000, role: 'alert' });
    },
    warn: (message: string) => {
      notifications.show({ message, color: 'yellow', withBorder: true, autoClose: 8000 });
    },
  }), [words]);
}
