import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useChangeMe, useMay, useMe } from '../session/session.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { useOffered, type Command } from './commands.ts';
import { openHelp } from './help.tsx';
import { pages } from './pages.ts';
import { presenceStates, useOwnPresence } from './presence.ts';

/** Ctrl+K: everything by name. */
export default function CommandBar() {
  const { shell, common } = useWords();
  const offered = useOffered();
  const general = useGeneral();
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  const find: Command = { id: 'find', label: `${shell.search}: ${query.trim()}`, icon: 'search', run: () => go(`/search?q=${encodeURIComponent(query.trim())}`) };
  const words = query.trim().toLowerCase();
  const commands = [...offered, ...general].filter(({ label }) => label.toLowerCase().includes(words));
  return (
    <Spotlight
      actions={(words === '' ? commands : [...commands, find]).map(action)}
      filter={(_, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      nothingFound={shell.nothingFound}
      highlightQuery
      scrollable
      maxHeight={420}
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 100 }}
      searchProps={{ leftSection: <Icon name="search" />, placeholder: shell.commandsHint, 'aria-label': shell.commands, closeButtonLabel: common.close } as object}
    />
  );
}

function action({ id, label, icon, hint, run }: Command): SpotlightActionData {
  return { id, label, leftSection: <Icon name={icon} />, onClick: run, ...(hint === undefined ? {} : { rightSection: <kbd>{hint}</kbd> }) };
}

function useGeneral(): readonly Command[] {
  const { shell } = useWords();
  const may = useMay();
  const me = useMe();
  const change = useChangeMe();
  const { set } = useOwnPresence();
  const [, go] = useLocation();
  const reachable = pages.filter(({ permission }) => permission === undefined || may(permission));
  return [
    ...reachable.map(({ name, path, icon }) => ({ id: `page ${name}`, label: shell.goTo(shell[name]), icon, run: () => go(path) })),
    ...(may('desk.reply') ? presenceStates.map((state) => ({ id: `presence ${state}`, label: shell.setPresence(shell.presence[state]), icon: 'user' as const, run: () => set(state) })) : []),
    ...(['light', 'dark', 'auto'] as const).map((theme) => ({ id: `theme ${theme}`, label: `${shell.themeLabel}: ${shell.theme[theme]}`, icon: 'moon' as const, run: () => change.mutate({ theme }) })),
    { id: 'language', label: `${shell.language}: ${me.locale === 'en' ? '中文' : 'English'}`, icon: 'globe', run: () => change.mutate({ locale: me.locale === 'en' ? 'zh' : 'en' }) },
    { id: 'help', label: shell.help, icon: 'help', hint: '?', run: openHelp },
  ];
}
