import { beforeEach, expect, test } from 'vitest';
import { Launcher } from '../src/loader/launcher.ts';
import { Identity } from '../src/shared/identity.ts';
import type { Settings } from '../src/shared/settings.ts';

const settings: Settings = { base: 'https://service.test/', locale: 'zh', color: '#123456', position: 'left', theme: 'dark', title: undefined, greeting: '您好', identity: new Identity() };

beforeEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

function mounted(): { readonly launcher: Launcher; readonly button: HTMLButtonElement } {
  const launcher = new Launcher(settings);
  launcher.mount();
  return { launcher, button: launcher.root.querySelector('.launcher') as HTMLButtonElement };
}

test('it stands in the page with its greeting, in an open shadow root, and stores nothing', () => {
  const { launcher, button } = mounted();
  const host = document.getElementById('supportbot');
  expect(host?.shadowRoot).toBe(launcher.root);
  expect(host?.dataset).toMatchObject({ position: 'left', theme: 'dark' });
  expect(button.getAttribute('aria-label')).toBe('打开客服聊天');
  expect(launcher.root.querySelector('.teaser')?.textContent).toBe('您好');
  expect(localStorage).toHaveLength(0);
});

test('unread messages are counted on the badge and in its name', () => {
  const { launcher, button } = mounted();
  launcher.unreadChanged(12);
  expect(launcher.root.querySelector('.badge')?.textContent).toBe('9+');
  expect(button.getAttribute('aria-label')).toBe('打开客服聊天, 12 条未读消息');
  launcher.unreadChanged(0);
  expect((launcher.root.querySelector('.badge') as HTMLElement).hidden).toBe(true);
});

test('the greeting can be sent away', () => {
  const { launcher } = mounted();
  (launcher.root.querySelector('.teaser-close') as HTMLButtonElement).click();
  expect(launcher.root.querySelector('.teaser')).toBeNull();
});

test('closing gives the focus back to the button', () => {
  const { launcher, button } = mounted();
  launcher.openChanged(true);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  launcher.openChanged(false);
  expect(launcher.root.activeElement).toBe(button);
});
