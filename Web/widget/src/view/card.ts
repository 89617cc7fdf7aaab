import type { CardContent } from '@supportbot/shared/attachment.ts';
import { renderMarkdown } from '../markdown/render.ts';
import { element } from '../shared/dom.ts';
import { actionControl } from './action-control.ts';
import { picture } from './picture.ts';
import type { Surroundings } from './surroundings.ts';

/** A hero card: picture, title, price line, words and buttons. */
export function card(content: unknown, surroundings: Surroundings): HTMLElement {
  const { title, subtitle, text, images, buttons } = (content ?? {}) as CardContent;
  const shown = element('article', { class: 'card' });
  const image = images?.[0]?.url === undefined ? undefined : picture(images[0].url, images[0].alt ?? '', surroundings.base, true);
  if (image !== undefined) shown.append(image);
  const body = element('div', { class: 'card-body', attributes: { dir: 'auto' } });
  if (title !== undefined) body.append(element('h3', { class: 'card-title', text: title }));
  if (subtitle !== undefined) body.append(element('p', { class: 'card-price', text: subtitle }));
  if (text !== undefined) body.append(...renderMarkdown(text));
  if (body.hasChildNodes()) shown.append(body);
  const controls = (buttons ?? []).map((action) => actionControl(action, 'card-button', surroundings)).filter((control) => control !== undefined);
  if (controls.length > 0) shown.append(element('div', { class: 'card-buttons' }, ...controls));
  return shown;
}
