const namespace = 'http://www.w3.org/2000/svg';

/** Draws stroke paths on a 24 × 24 grid; the words beside or around the icon name it. */
export function icon(...paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const path of paths) {
    const shape = document.createElementNS(namespace, 'path');
    shape.setAttribute('d', path);
    svg.append(shape);
  }
  return svg;
}

export const chatPath = 'M20.5 11.5a8 8 0 0 1-8.2 7.7 9 9 0 0 1-3-.5L4.5 20l1.2-3.7a7.3 7.3 0 0 1-1.7-4.8 8 8 0 0 1 8.3-7.7 8 8 0 0 1 8.2 7.7Z';
export const closePath = 'M6 6l12 12M18 6 6 18';
export const downPath = 'm6 9.5 6 6 6-6';
