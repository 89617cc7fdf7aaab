import { safePicture } from '@supportbot/shared/markdown/links.ts';
import { element } from '../shared/dom.ts';

/** Undefined when the picture lies where we do not fetch from. */
export function picture(address: string, alternative: string, base: string, fromAnywhere: boolean): HTMLImageElement | undefined {
  const source = safePicture(address, base, fromAnywhere);
  if (source === undefined) return undefined;
  const image = element('img', { attributes: { src: source, alt: alternative, loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' } });
  image.addEventListener('error', () => image.classList.add('broken'));
  return image;
}
