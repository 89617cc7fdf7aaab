import { beforeEach, expect, test } from 'vitest';
import { renderMarkdown } from '../src/markdown/render.ts';
import { safeLink, safePicture } from '@supportbot/shared/markdown/links.ts';

let shown: HTMLElement;

function render(text: string): HTMLElement {
  shown.replaceChildren(...renderMarkdown(text));
  return shown;
}

beforeEach(() => {
  shown = document.createElement('div');
});

test('paragraphs, bold, italics, code and lists become elements', () => {
  render('Hello **you** and *me* `x<y`\n\n1. one\n2. two\n   - deep');
  expect(shown.querySelector('strong')?.textContent).toBe('you');
  expect(shown.querySelector('em')?.textContent).toBe('me');
  expect(shown.querySelector('code')?.textContent).toBe('x<y');
  expect(shown.querySelectorAll('ol > li')).toHaveLength(2);
  expect(shown.querySelector('ol ul li')?.textContent).toContain('deep');
});

test('a menu keeps the numbers the shopper is asked to type', () => {
  const values = (text: string) => [...render(text).querySelectorAll('li')].map((item) => item.getAttribute('value'));
  expect(values('Choose:\n\n1. Returns\n2. Delivery\n\n0. A person')).toEqual(['1', '2', '0']);
  expect(values('1. one\n1. two\n1. three')).toEqual([null, null, null]);
  expect(values('3. three\n4. four')).toEqual([null, null]);
  expect(shown.querySelector('ol')?.getAttribute('start')).toBe('3');
});

test('a line break stays a line break', () => {
  expect(render('one\ntwo').querySelectorAll('br')).toHaveLength(1);
});

test('bold works beside Chinese punctuation', () => {
  render('都写在商品页的**“规格参数”**里，**30 天内**可退。');
  expect([...shown.querySelectorAll('strong')].map((bold) => bold.textContent)).toEqual(['“规格参数”', '30 天内']);
  expect(shown.textContent).not.toContain('*');
});

test('HTML is words', () => {
  render('<img src=x onerror=alert(1)> <script>alert(2)</script>\n\n<div onclick="x">block</div>');
  expect(shown.querySelectorAll('img, script, div')).toHaveLength(0);
  expect(shown.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(shown.textContent).toContain('<div onclick="x">');
});

test.each([
  '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](java\tscript:alert(1))', '[a](data:text/html,x)', '[a](vbscript:x)',
  '<javascript:alert(1)>', '[a](file:///etc/passwd)', '[a](blob:https://x/y)', '![a](javascript:alert(1))', '[a]: javascript:alert(1)\n\n[a]',
])('%s is no link', (text) => {
  expect(render(text).querySelectorAll('a')).toHaveLength(0);
});

test('links to other places open apart and without a way back', () => {
  const link = render('[track](https://example.com/a)').querySelector('a');
  expect(link?.href).toBe('https://example.com/a');
  expect(link?.rel).toContain('noopener');
  expect(link?.target).toBe('_blank');
});

test('a picture is a link, so that nobody learns it was read', () => {
  render('![cat](https://tracker.example/cat.png)');
  expect(shown.querySelectorAll('img')).toHaveLength(0);
  expect(shown.querySelector('a')?.textContent).toBe('cat');
});

test('tables keep their rows', () => {
  render('| size | chest |\n|---|---|\n| S | 92 |\n| M | 98 |');
  expect(shown.querySelectorAll('tbody tr')).toHaveLength(2);
});

test('hostile lengths are rendered at once', () => {
  const started = performance.now();
  render('*'.repeat(20_000));
  render('['.repeat(5_000));
  render('**a '.repeat(5_000));
  expect(performance.now() - started).toBeLessThan(3000);
});

test('only http, https, mailto and relative addresses are links', () => {
  expect(safeLink('mailto:a@b.example')).toBeDefined();
  expect(safeLink('/account/orders')).toBeDefined();
  expect(safeLink('tel:1')).toBeUndefined();
  expect(safeLink('http://[')).toBeUndefined();
});

test('pictures come from the service, or over https in a card', () => {
  const base = 'http://service.test/';
  expect(safePicture('/files/1', base, false)).toBe('http://service.test/files/1');
  expect(safePicture('https://elsewhere.example/a.png', base, false)).toBeUndefined();
  expect(safePicture('https://elsewhere.example/a.png', base, true)).toBe('https://elsewhere.example/a.png');
  expect(safePicture('http://elsewhere.example/a.png', base, true)).toBeUndefined();
  expect(safePicture('data:image/svg+xml,x', base, true)).toBeUndefined();
});
