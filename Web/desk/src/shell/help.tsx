import { Kbd, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useKeys } from '../ui/keys.ts';
import { useWords } from '../words/words.tsx';
import classes from './help.module.css';

type Shortcut = keyof ReturnType<typeof useWords>['shell']['shortcuts'];
type Group = keyof ReturnType<typeof useWords>['shell']['helpGroups'];

const control = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';

const shortcuts: Readonly<Record<Group, readonly (readonly [Shortcut, ...(readonly string[])])[]>> = {
  list: [['next', 'J'], ['previous', 'K'], ['search', '/']],
  conversation: [['reply', 'R'], ['note', 'N'], ['claim', 'C'], ['transfer', 'T'], ['resolve', 'E'], ['snooze', 'S']],
  writing: [['send', control, 'Enter'], ['newline', 'Enter'], ['canned', '/'], ['suggestion', 'Alt', '1–3'], ['leave', 'Esc']],
  everywhere: [['command', control, 'K'], ['help', '?']],
};

const opening = 'supportbot-desk-help';

export function openHelp(): void {
  dispatchEvent(new Event(opening));
}

export function Help() {
  const { shell } = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  useKeys({ '?': open });
  useEffect(() => {
    addEventListener(opening, open);
    return () => removeEventListener(opening, open);
  }, [open]);
  return (
    <Modal opened={isOpen} onClose={close} title={shell.help} size="lg">
      <div className={classes.groups}>
        {Object.entries(shortcuts).map(([group, rows]) => (
          <section key={group}>
            <h3 className={classes.heading}>{shell.helpGroups[group as Group]}</h3>
            <dl className={classes.rows}>
              {rows.map(([name, ...keys]) => (
                <div key={name} className={classes.row}>
                  <dt>{shell.shortcuts[name]}</dt>
                  <dd>{keys.map((key) => <Kbd key={key}>{key}</Kbd>)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
