import type { CardAction } from '@supportbot/shared/attachment.ts';
import { safeLink } from '@supportbot/shared/markdown/links.ts';
import { element } from '../shared/dom.ts';
import type { Surroundings } from './surroundings.ts';

const phoneNumber = /^(?:tel:)?[+\d][\d\s().-]*$/;

/** A card action as the button or link it is; undefined where we cannot, or will not, carry it out. */
export function actionControl(action: CardAction, kind: string, surroundings: Surroundings): HTMLElement | undefined {
  const text = action.title ?? (typeof action.value === 'string' ? action.value : '');
  switch (action.type) {
    case 'imBack':
    case 'postBack':
    case 'messageBack':
      return element('button', { class: kind, text, attributes: { type: 'button', dir: 'auto' }, on: { click: () => surroundings.press(action) } });
    case 'openUrl':
    case 'downloadFile':
    case 'showImage':
    case 'signin':
      return outside(safeLink(String(action.value))?.href, text, kind, surroundings);
    case 'call':
      return phoneNumber.test(String(action.value))
        ? element('a', { class: kind, text, attributes: { href: `tel:${String(action.value).replace(/^tel:|\s/g, '')}` } })
        : undefined;
    default:
      return undefined;
  }
}

function outside(href: string | undefined, text: string, kind: string, { words }: Surroundings): HTMLElement | undefined {
  if (href === undefined) return undefined;
  return element('a', { class: kind, attributes: { href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' } },
    text, element('span', { class: 'unseen', text: ` ${words.opensNewTab}` }));
}
