import { element } from '../shared/dom.ts';
import { safeLink } from '@supportbot/shared/markdown/links.ts';

/** A link, or the bare words where the address is not one to follow. The store's own pages open in place, others in a new tab. */
export function link(address: string, ...content: readonly (Node | string)[]): Node {
  const url = safeLink(address);
  if (url === undefined) {
    const words = document.createDocumentFragment();
    words.append(...content);
    return words;
  }
  const anchor = element('a', { attributes: { href: url.href, rel: 'noopener' } }, ...content);
  if (url.protocol !== 'mailto:' && url.origin !== location.origin) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
  return anchor;
}
