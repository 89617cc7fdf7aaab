import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { useMineUnread } from '../inbox/mine.ts';
import { useMay } from '../session/session.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { AccountMenu } from './account-menu.tsx';
import classes from './navigation.module.css';
import { pages, type DeskPage } from './pages.ts';

/** How many fit into the bar at the foot of a phone, beside "More" and the account. */
const onPhone = 3;

export function Navigation() {
  const { shell } = useWords();
  const may = useMay();
  const allowed = pages.filter(({ name, permission }) => name !== 'profile' && permission !== undefined && may(permission));
  const shown = allowed.filter(({ group }, index) => group === undefined || allowed.findIndex((page) => page.group === group) === index);
  return (
    <nav className={classes.rail} aria-label={shell.navigation}>
      <img className={classes.mark} src="/desk/mark.svg" alt="" width="32" height="32" />
      <ul className={classes.items}>
        {shown.map((page, index) => <li key={page.name} className={index < onPhone ? undefined : classes.wide}><Item page={page} /></li>)}
        {shown.length > onPhone && <li className={classes.narrow}><More pages={shown.slice(onPhone)} /></li>}
      </ul>
      <AccountMenu />
    </nav>
  );
}

function Item({ page }: { readonly page: DeskPage }) {
  const { shell, inbox } = useWords();
  const [location] = useLocation();
  const isHere = pages.some(({ path, group }) => (path === page.path || (group !== undefined && group === page.group)) && (location === path || location.startsWith(`${path}/`)));
  const unread = useMineUnread();
  const count = page.name === 'inbox' ? unread : 0;
  return (
    <Link className={classes.item} href={page.path} aria-current={isHere ? 'page' : undefined}>
      <span className={classes.glyph}>
        <Icon name={page.icon} size={20} />
        {count > 0 && <span className={classes.badge}>{count > 99 ? '99+' : count}<span className="unseen">{inbox.unread(count)}</span></span>}
      </span>
      <span className={classes.label}>{nameOf(page, shell)}</span>
    </Link>
  );
}

function More({ pages: rest }: { readonly pages: readonly DeskPage[] }) {
  const { shell } = useWords();
  return (
    <Menu position="top">
      <Menu.Target>
        <Tooltip label={shell.more}>
          <UnstyledButton className={classes.item}>
            <span className={classes.glyph}><Icon name="more" size={20} /></span>
            <span className={classes.label}>{shell.more}</span>
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {rest.map((page) => (
          <Menu.Item key={page.name} component={Link} href={page.path} leftSection={<Icon name={page.icon} />}>{nameOf(page, shell)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function nameOf({ name, group }: DeskPage, shell: Words['shell']): string {
  return group === undefined ? shell[name] : shell.groups[group];
}
