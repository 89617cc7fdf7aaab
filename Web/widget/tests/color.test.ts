import { expect, test } from 'vitest';
import { contrast, palette } from '../src/shared/color.ts';

type Rgb = [number, number, number];
const colors = ['#000', '#fff', '#1f5c4d', '#ff6600', '#ffd400', '#777777', '#767676', '#0a84ff', '#e91e63', '#00ff00', '#8899aa'];

function channels(css: string): Rgb {
  return css.match(/\d+/g)?.map(Number) as Rgb;
}

test.each(colors)('every colour derived from %s is readable where it stands', (color) => {
  const { brand, onBrand, accentOnLight, accentOnDark } = palette(color);
  expect(contrast(channels(brand), channels(onBrand))).toBeGreaterThanOrEqual(4.45);
  expect(contrast(channels(accentOnLight), [241, 244, 243])).toBeGreaterThanOrEqual(4.45);
  expect(contrast(channels(accentOnDark), [42, 48, 54])).toBeGreaterThanOrEqual(4.45);
});

test('a colour that is none falls back to the default', () => {
  expect(palette('red; background: url(x)')).toEqual(palette('#1f5c4d'));
});
