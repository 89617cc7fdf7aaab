/** The colours derived from the store's one brand colour, each readable (WCAG AA, 4.5:1) where it is used. */
export interface Palette {
  readonly brand: string;
  readonly onBrand: string;
  readonly accentOnLight: string;
  readonly accentOnDark: string;
}

type Rgb = readonly [number, number, number];

const black: Rgb = [17, 21, 24];
const white: Rgb = [255, 255, 255];
// The darkest light surface and the lightest dark surface that accents are written on.
const lightSurface: Rgb = [241, 244, 243];
const darkSurface: Rgb = [42, 48, 54];
const readable = 4.5;

export function palette(color: string): Palette {
  const brand = parse(color) ?? ([31, 92, 77] as const);
  const onBrand = contrast(brand, white) >= readable ? white : black;
  return {
    // A middle tone on which neither black nor white reads well is darkened until white does.
    brand: css(contrast(brand, onBrand) >= readable ? brand : towards(brand, black, white)),
    onBrand: css(contrast(brand, onBrand) >= readable ? onBrand : white),
    accentOnLight: css(towards(brand, black, lightSurface)),
    accentOnDark: css(towards(bright(brand), white, darkSurface)),
  };
}

function parse(color: string): Rgb | undefined {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(color.trim());
  const hex = digits?.[2] ?? digits?.[1]?.replace(/./g, '$&$&');
  if (hex === undefined) return undefined;
  const value = parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Moves a colour towards an end of the scale in small steps until it reads on the surface. */
function towards(color: Rgb, end: Rgb, surface: Rgb): Rgb {
  let mixed = color;
  for (let share = 0.05; share <= 1 && contrast(mixed, surface) < readable; share += 0.05) mixed = mix(color, end, share);
  return mixed;
}

/** Scaled up rather than mixed with white, which would leave little of the colour. */
function bright(color: Rgb): Rgb {
  const scale = Math.max(1, 190 / Math.max(...color, 1));
  return [color[0] * scale, color[1] * scale, color[2] * scale];
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (channel: 0 | 1 | 2) => from[channel] + (to[channel] - from[channel]) * share;
  return [part(0), part(1), part(2)];
}

export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance of WCAG 2. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function css([r, g, b]: Rgb): string {
  return `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;
}
