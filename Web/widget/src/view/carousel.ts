import { element } from '../shared/dom.ts';
import { icon } from '../shared/icon.ts';
import type { PanelWords } from '../words/panel.ts';

const previousPath = 'm14.5 6-6 6 6 6';
const nextPath = 'm9.5 6 6 6-6 6';

/** Cards side by side, moved by touch, wheel, keyboard or the two buttons. */
export function carousel(items: readonly HTMLElement[], words: PanelWords): HTMLElement {
  const strip = element('ul', { class: 'strip', attributes: { role: 'list' } }, ...items.map((item) => element('li', {}, item)));
  const step = (direction: 1 | -1) => strip.scrollBy({ left: direction * strip.clientWidth * 0.8 });
  const button = (kind: string, label: string, path: string, direction: 1 | -1) =>
    element('button', { class: `turn ${kind}`, attributes: { type: 'button', 'aria-label': label }, on: { click: () => step(direction) } }, icon(path));
  const previous = button('previous', words.previous, previousPath, -1);
  const next = button('next', words.next, nextPath, 1);
  const limit = () => {
    previous.disabled = strip.scrollLeft <= 4;
    next.disabled = strip.scrollLeft + strip.clientWidth >= strip.scrollWidth - 4;
  };
  strip.addEventListener('scroll', limit, { passive: true });
  new ResizeObserver(limit).observe(strip);
  return element('div', { class: 'carousel' }, strip, previous, next);
}
