import { type Attachment, isCard } from '@supportbot/shared/attachment.ts';
import { safePicture } from '@supportbot/shared/markdown/links.ts';
import { element } from '../shared/dom.ts';
import { icon } from '../shared/icon.ts';
import { card } from './card.ts';
import { carousel } from './carousel.ts';
import { picture } from './picture.ts';
import type { Surroundings } from './surroundings.ts';

export const filePath = 'M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8l-5-5Zm0 0v5h5';

export function attachments(list: readonly Attachment[], layout: string | undefined, surroundings: Surroundings): HTMLElement[] {
  const shown = list.map((attachment) => attachmentView(attachment, surroundings));
  return layout === 'carousel' && shown.length > 1 ? [carousel(shown, surroundings.words)] : shown;
}

/** A file that is still on its way: its name is all there is to show, as the page's policy may forbid local pictures. */
export function pendingFile(file: File): HTMLElement {
  return element('span', { class: 'file' }, icon(filePath), element('bdi', { text: file.name }));
}

function attachmentView(attachment: Attachment, surroundings: Surroundings): HTMLElement {
  const { contentType, contentUrl, content, name } = attachment;
  if (isCard(contentType)) return card(content, surroundings);
  if (contentUrl === undefined) return element('p', { class: 'unsupported', text: surroundings.words.unsupported });
  const href = safePicture(contentUrl, surroundings.base, true);
  const image = contentType.startsWith('image/') ? picture(attachment.thumbnailUrl ?? contentUrl, name ?? '', surroundings.base, false) : undefined;
  const label = name ?? contentUrl.split('/').at(-1) ?? contentUrl;
  const parts = image === undefined ? [icon(filePath), element('bdi', { text: label })] : [image];
  const attributes = { target: '_blank', rel: 'noopener noreferrer' };
  if (href === undefined) return element('span', { class: 'file' }, ...parts);
  return element('a', { class: image === undefined ? 'file' : 'photo', attributes: { ...attributes, href, ...(image && !name ? { 'aria-label': label } : {}) } }, ...parts);
}
