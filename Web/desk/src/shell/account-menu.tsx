import { Menu, UnstyledButton } from '@mantine/core';
import { Link } from 'wouter';
import type { Theme } from '../api/staff.ts';
import { useChangeMe, useMay, useMe, useSignOut } from '../session/session.ts';
import { Face } from '../ui/face.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './account-menu.module.css';
import { presenceStates, useOwnPresence } from './presence.ts';

const themes: readonly { readonly theme: Theme; readonly icon: IconName }[] = [{ theme: 'light', icon: 'bulb' }, { theme: 'dark', icon: 'moon' }, { theme: 'auto', icon: 'gear' }];

export function AccountMenu() {
  const { shell, session } = useWords();
  const me = useMe();
  const may = useMay();
  const change = useChangeMe();
  const signOut = useSignOut();
  const { state, set } = useOwnPresence();
  const answers = may('desk.reply');
  return (
    <Menu position="right-end" width={250} shadow="lg">
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <Face name={me.name} id={me.id} {...(answers ? { presence: state } : {})} />
          <span className="unseen">{shell.account}</span>
          {answers && <span className={classes.state}>{shell.presence[state]}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}><strong dir="auto">{me.name}</strong><span>{me.email}</span></div>
        {answers && presenceStates.map((choice) => (
          <Menu.Item key={choice} role="menuitemradio" aria-checked={state === choice} leftSection={<span className={classes.dot} data-presence={choice} />}
            rightSection={state === choice && <Icon name="check" size={16} />} onClick={() => set(choice)}>
            {shell.presence[choice]}
            <span className={classes.hint}>{shell.presenceHint[choice]}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{shell.themeLabel}</Menu.Label>
        {themes.map(({ theme, icon }) => (
          <Menu.Item key={theme} role="menuitemradio" aria-checked={me.theme === theme} leftSection={<Icon name={icon} size={16} />}
            rightSection={me.theme === theme && <Icon name="check" size={16} />} onClick={() => change.mutate({ theme })}>
            {shell.theme[theme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="globe" size={16} />} onClick={() => change.mutate({ locale: me.locale === 'en' ? 'zh' : 'en' })}>
          {me.locale === 'en' ? '中文' : 'English'}
        </Menu.Item>
        <Menu.Item component={Link} href="/profile" leftSection={<Icon name="user" size={16} />}>{shell.profile}</Menu.Item>
        <Menu.Item leftSection={<Icon name="sign" size={16} />} onClick={() => signOut.mutate()}>{session.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
