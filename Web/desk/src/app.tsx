import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { isProblem } from './api/problem.ts';
import { Gate } from './session/gate.tsx';
import { theme, variables } from './theme.ts';
import { Fence } from './ui/fence.tsx';
import { firstLocale, Language } from './words/words.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The stream keeps what is shown fresh.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => isProblem(error) && error.isPassing && count < 3,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Given with the page, so that styles made here pass its policy; see Pages.cs. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <Language locale={firstLocale()}>
          <Notifications position="bottom-right" autoClose={5000} limit={4} />
          <Fence>
            <Gate />
          </Fence>
        </Language>
      </QueryClientProvider>
    </MantineProvider>
  );
}
