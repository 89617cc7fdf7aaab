import { beforeEach, expect, test, vi } from 'vitest';
import type { Entry } from '../src/conversation/transcript.ts';
import type { Activity } from '../src/directline/activity.ts';
import { actionControl } from '../src/view/action-control.ts';
import { attachments } from '../src/view/attachments.ts';
import { card } from '../src/view/card.ts';
import { Composer } from '../src/view/composer.ts';
import { Dates } from '@supportbot/shared/dates.ts';
import { fileProblem } from '../src/view/file-rules.ts';
import { LogView } from '../src/view/log-view.ts';
import { Suggestions } from '../src/view/suggestions.ts';
import type { Surroundings } from '../src/view/surroundings.ts';
import { panelWords } from '../src/words/panel.ts';

const words = panelWords.en;
const press = vi.fn();
const surroundings: Surroundings = { words, locale: 'en', base: 'https://service.test/', press };
const send = vi.fn();

beforeEach(() => {
  press.mockReset();
  send.mockReset();
  document.body.replaceChildren();
});

function composer(): { readonly field: HTMLTextAreaElement; readonly enter: (more?: KeyboardEventInit) => void } {
  const created = new Composer(surroundings, { send, typing: vi.fn(), limits: () => undefined });
  document.body.append(created.element);
  const field = created.element.querySelector('textarea') as HTMLTextAreaElement;
  return { field, enter: (more) => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...more })) };
}

function entry(order: number, activity: Partial<Activity>, more: Partial<Entry> = {}): Entry {
  return { key: `k${order}`, order, delivery: undefined, files: [], activity: { type: 'message', timestamp: '2026-03-01T10:00:00Z', ...activity }, ...more };
}

test('Enter sends and empties the field', () => {
  const { field, enter } = composer();
  field.value = ' hello ';
  enter();
  expect(send).toHaveBeenCalledExactlyOnceWith('hello', []);
  expect(field.value).toBe('');
});

test('Enter that chooses a word in an input method does not send', () => {
  const { field, enter } = composer();
  field.value = 'nihao';
  enter({ isComposing: true });
  enter({ keyCode: 229 });
  expect(send).not.toHaveBeenCalled();
});

test('Shift and Enter begin a new line; blanks alone are nothing to send', () => {
  const { field, enter } = composer();
  field.value = 'a';
  enter({ shiftKey: true });
  field.value = '  \n ';
  enter();
  expect(send).not.toHaveBeenCalled();
});

test('a card shows picture, price and buttons', () => {
  const shown = card({
    title: 'Kettle', subtitle: '£42.00', text: 'In **stock**', images: [{ url: 'https://cdn.example/k.png', alt: 'A kettle' }],
    buttons: [{ type: 'imBack', title: 'Ask', value: 'kettle' }, { type: 'openUrl', title: 'Open', value: 'javascript:alert(1)' }],
  }, surroundings);
  expect(shown.querySelector('img')).toMatchObject({ src: 'https://cdn.example/k.png', alt: 'A kettle' });
  expect(shown.querySelector('.card-price')?.textContent).toBe('£42.00');
  expect(shown.querySelector('strong')?.textContent).toBe('stock');
  expect(shown.querySelectorAll('button, a')).toHaveLength(1);
  shown.querySelector('button')?.click();
  expect(press).toHaveBeenCalledOnce();
});

test('a card of the wrong shape shows nothing and breaks nothing', () => {
  expect(card(null, surroundings).textContent).toBe('');
  expect(card('text', surroundings).textContent).toBe('');
});

test('several cards side by side make a carousel with named buttons', () => {
  const hero = { contentType: 'application/vnd.microsoft.card.hero', content: { title: 'One' } };
  const [shown] = attachments([hero, hero], 'carousel', surroundings);
  expect(shown?.querySelectorAll('li')).toHaveLength(2);
  expect([...shown?.querySelectorAll('.turn') ?? []].map((button) => button.getAttribute('aria-label'))).toEqual(['Previous', 'Next']);
});

test('a picture of another origin is offered as a link, not fetched', () => {
  const [shown] = attachments([{ contentType: 'image/png', contentUrl: 'https://tracker.example/p.png', name: 'p.png' }], undefined, surroundings);
  expect(shown?.tagName).toBe('A');
  expect(shown?.querySelector('img')).toBeNull();
});

test('a telephone button dials, whatever else it carries does not', () => {
  const control = (value: string) => actionControl({ type: 'call', title: 'Call', value }, 'chip', surroundings);
  expect(control('+44 20 7946 0321')?.getAttribute('href')).toBe('tel:+442079460321');
  expect(control('javascript:alert(1)')).toBeUndefined();
});

test('suggestions are those of the latest message only', () => {
  const suggestions = new Suggestions(surroundings);
  suggestions.show(entry(1, { suggestedActions: { actions: [{ type: 'imBack', title: 'Yes', value: 'yes' }] } }));
  expect(suggestions.element.textContent).toBe('Yes');
  suggestions.show(entry(2, { text: 'yes' }, { delivery: 'queued' }));
  expect(suggestions.element.hidden).toBe(true);
});

test('messages stand in order, with one separator a day', () => {
  const log = new LogView(surroundings, vi.fn());
  const early = entry(1, { text: 'first', timestamp: '2026-02-27T10:00:00Z' });
  const late = entry(2, { text: 'second' });
  log.update([late], [late]);
  log.update([early], [early, late]);
  expect([...log.element.querySelectorAll('.day, .bubble')].map(({ className }) => className.split(' ')[0])).toEqual(['day', 'bubble', 'day', 'bubble']);
  expect([...log.element.querySelectorAll('.bubble')].map(({ textContent }) => textContent)).toEqual(['first', 'second']);
});

test('what the shopper writes is never markup', () => {
  const log = new LogView(surroundings, vi.fn());
  const own = entry(1, { text: '**bold** <b>x</b>', from: { role: 'user' } }, { delivery: 'sent' });
  log.update([own], [own]);
  expect(log.element.querySelector('.bubble')?.textContent).toBe('**bold** <b>x</b>');
  expect(log.element.querySelector('.bubble strong, .bubble b')).toBeNull();
});

test('a failed message offers another try, and the same element then says sent', () => {
  const retry = vi.fn();
  const log = new LogView(surroundings, retry);
  const failed = entry(1, { text: 'hello', from: { role: 'user' } }, { delivery: 'failed' });
  log.update([failed], [failed]);
  const element = log.element.querySelector('.message');
  element?.querySelector('button')?.click();
  expect(retry).toHaveBeenCalledExactlyOnceWith('k1');
  const sent: Entry = { ...failed, delivery: 'sent' };
  log.update([sent], [sent]);
  expect(log.element.querySelector('.message')).toBe(element);
  expect(element?.querySelector('.state')?.textContent).toBe('Sent');
});

test('days are named as people name them', () => {
  const now = new Date(2026, 2, 1, 0, 30);
  const english = new Dates('en', ['en-GB']);
  expect(english.dayName(now, now)).toBe('Today');
  expect(english.dayName(new Date(2026, 1, 28, 23, 59), now)).toBe('Yesterday');
  expect(english.dayName(new Date(2026, 1, 20), now)).toBe('Friday 20 February');
  expect(new Dates('zh', ['en-GB']).dayName(now, now)).toBe('今天');
});

test('a file that cannot go says why', () => {
  const limits = { maxUploadBytes: 10, acceptedTypes: ['image/*', '.pdf'] };
  const file = (name: string, type: string, size: number) => new File(['x'.repeat(size)], name, { type });
  expect(fileProblem(file('a.png', 'image/png', 5), 0, limits, words, 'en')).toBeUndefined();
  expect(fileProblem(file('A.PDF', '', 5), 0, limits, words, 'en')).toBeUndefined();
  expect(fileProblem(file('a.png', 'image/png', 5), 6, limits, words, 'en')).toContain('a.png');
  expect(fileProblem(file('a.exe', 'application/x-msdownload', 5), 0, limits, words, 'en')).toContain('kind');
  expect(fileProblem(file('a.png', 'image/png', 0), 0, limits, words, 'en')).toContain('empty');
});
