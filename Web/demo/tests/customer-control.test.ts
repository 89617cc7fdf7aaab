import { beforeEach, expect, test, vi } from 'vitest';
import { CustomerControl } from '../src/customer-control.ts';

const identify = vi.fn();

beforeEach(() => {
  identify.mockClear();
  sessionStorage.clear();
  vi.stubGlobal('fetch', async () => Response.json({ signsIn: true }));
  document.body.innerHTML = '<button id="sign-in" hidden></button><button id="sign-out" hidden></button>';
  Object.assign(window, { SupportBot: { identify } });
});

const hidden = (id: string) => document.getElementById(id)?.hidden;

const answered = () => vi.waitFor(() => expect([hidden('sign-in'), hidden('sign-out')]).not.toEqual([true, true]));

test('where the service signs nobody in no button is shown', async () => {
  const ask = vi.fn(async () => Response.json({ signsIn: false }));
  vi.stubGlobal('fetch', ask);
  new CustomerControl(document, sessionStorage).start();
  await vi.waitFor(() => expect(ask).toHaveBeenCalled());
  await Promise.resolve();
  expect([hidden('sign-in'), hidden('sign-out')]).toEqual([true, true]);
});

test('signing in and out tells the widget each time', async () => {
  new CustomerControl(document, sessionStorage).start();
  await answered();
  expect([hidden('sign-in'), hidden('sign-out')]).toEqual([false, true]);
  document.getElementById('sign-in')?.click();
  expect([hidden('sign-in'), hidden('sign-out')]).toEqual([true, false]);
  expect(identify).toHaveBeenLastCalledWith(expect.any(Function));
  document.getElementById('sign-out')?.click();
  expect(identify).toHaveBeenLastCalledWith(undefined);
});

test('a page opened while signed in has the identity ready for the loader', async () => {
  sessionStorage.setItem('demo customer', 'yes');
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ identity: 'signed' }), { status: 200 }));
  new CustomerControl(document, sessionStorage).start();
  const page = window as unknown as { SupportBot: { identity(): Promise<string> } };
  expect(await page.SupportBot.identity()).toBe('signed');
});
