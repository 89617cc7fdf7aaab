import classes from './face.module.css';
import { Icon } from './icon.tsx';
import type { PresenceState } from '../api/conversation.ts';

interface Properties {
  readonly name: string;
  /** Decides the colour, so that two people of one name look different. */
  readonly id: string;
  readonly size?: 'small' | 'normal';
  readonly presence?: PresenceState;
  readonly isBot?: boolean;
}

const hues = 8;

/** A person's initial; the name stands beside it, so a screen reader need not hear it twice. */
export function Face({ name, id, size = 'normal', presence, isBot = false }: Properties) {
  return (
    <span className={classes.face} data-size={size} data-hue={isBot ? 'bot' : hue(id)} aria-hidden="true">
      {isBot ? <Icon name="robot" size={size === 'small' ? 14 : 18} /> : initial(name)}
      {presence !== undefined && <span className={classes.dot} data-presence={presence} />}
    </span>
  );
}

function initial(name: string): string {
  const [first = '?'] = name.trim().replace(/[^\p{L}\p{N}]+/gu, '');
  return first.toLocaleUpperCase();
}

function hue(id: string): number {
  let sum = 0;
  for (let index = 0; index < id.length; index++) sum = (sum * 31 + id.charCodeAt(index)) >>> 0;
  return sum % hues;
}
