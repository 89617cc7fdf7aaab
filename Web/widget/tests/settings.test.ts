import { expect, test } from 'vitest';
import { chooseLocale } from '@supportbot/shared/locale.ts';
import { readSettings } from '../src/shared/settings.ts';

function script(attributes: Record<string, string>): HTMLScriptElement {
  const created = document.createElement('script');
  created.type = 'text/plain';
  created.src = 'https://support.example/chat/widget/supportbot.js';
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
}

test('the attribute decides the language, then the page, then the browser', () => {
  expect(chooseLocale('zh', 'en', ['en'])).toBe('zh');
  expect(chooseLocale(undefined, 'zh-Hans-CN', ['en'])).toBe('zh');
  expect(chooseLocale(undefined, '', ['fr-FR', 'zh-TW', 'en'])).toBe('zh');
});

test('a language we do not speak is passed over', () => {
  expect(chooseLocale('fr', 'de', ['ja'])).toBe('en');
});

test('everything goes below the folder above the script', () => {
  expect(readSettings(script({}), document, []).base).toBe('https://support.example/chat/');
});

test('attributes set colour, side, theme and words', () => {
  const settings = readSettings(script({
    'data-color': '#123456', 'data-position': 'bottom-left', 'data-theme': 'dark', 'data-title': 'Shop', 'data-greeting': 'Hi',
  }), document, []);
  expect(settings).toMatchObject({ color: '#123456', position: 'left', theme: 'dark', title: 'Shop', greeting: 'Hi' });
});

test('words for one language win over words for all', () => {
  const both = { 'data-locale': 'zh', 'data-title': 'Shop', 'data-title-zh': '商店' };
  expect(readSettings(script(both), document, []).title).toBe('商店');
  expect(readSettings(script({ ...both, 'data-locale': 'en' }), document, []).title).toBe('Shop');
});
