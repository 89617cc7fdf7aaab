import { Dates } from '@supportbot/shared/dates.ts';
import { expect, test } from 'vitest';
import type { Campaign, SegmentField, VariantResults } from '../src/api/outreach.ts';
import { draftOf, fresh, inOrder, isChanged, startOf, valuesFor, withVariant } from '../src/outreach/campaign-draft.ts';
import { bothCalendars, momentIn, weeksOf } from '../src/outreach/days.ts';
import { delayText, minutesOf, spanOf } from '../src/outreach/delay.ts';
import { heldOut, shareOf, texts } from '../src/outreach/results.ts';
import { asGroup, freshRule, isComplete, sentence, withRule, type Names } from '../src/outreach/segment-rule.ts';
import { fillIn, read, toBeGiven } from '../src/outreach/template-text.ts';
import { faultAt } from '../src/ui/faults.tsx';
import { outreachLanguages } from '../src/words/outreach.ts';

const values = { always: ['name', 'store', 'festival'], ofEvents: ['order'], own: 'my.' };

const names = (locale: 'en' | 'zh'): Names => ({
  words: outreachLanguages[locale], yes: 'yes', no: 'no', locales: { en: 'English' }, kinds: { vip: 'VIP' }, month: (month) => `month ${month}`,
});

const kinds = new Map<string, SegmentField['value']>([['vip', 'yesNo'], ['orders', 'number'], ['consent', 'consent'], ['birthMonth', 'month'], ['tag', 'text']]);

const british = new Dates('en', ['en-GB']);

test('a template is read as the service reads it', () => {
  const faults = (text: string) => read(text, values).problem;
  expect(faults('Hello {{name|friend}}, {{ store }} has {{my.coupon}}')).toBeUndefined();
  expect(faults('Hello {{name')).toEqual({ fault: 'unclosed', at: '{{name' });
  expect(faults('{{#each items}}x{{/each}}')).toEqual({ fault: 'notAValue', at: '#each items' });
  expect(faults('{{}}')).toEqual({ fault: 'notAValue', at: '' });
  expect(faults('{{nam}}')).toEqual({ fault: 'unknown', at: 'nam' });
  expect(faults('{{my.Coupon}}')).toEqual({ fault: 'unknown', at: 'my.Coupon' });
});

test('what a value holds is not read as a template again', () => {
  expect(fillIn(read('Hello {{name}}, {{my.coupon}} {{festival|today}}', values), { name: '{{store}}' })).toBe('Hello {{store}}, [my.coupon] today');
});

test('a campaign is asked for the values that its texts need and nothing else tells', () => {
  const said = ['{{name}} {{my.coupon}} {{my.code|X}}', '{{my.coupon}} {{order}}'];
  expect(toBeGiven(said, values, false)).toEqual(['coupon', 'order']);
  expect(toBeGiven(said, values, true)).toEqual(['coupon']);
  expect(valuesFor(['coupon', 'code'], { coupon: 'TEN ', old: 'gone', code: ' ' })).toEqual({ coupon: 'TEN' });
});

test('a segment is said in one sentence, in both languages', () => {
  const rule = { join: 'all', rules: [{ field: 'vip', operator: 'is', value: 'true' }, { join: 'any', rules: [{ field: 'orders', operator: 'atLeast', value: '3' }, { field: 'consent', operator: 'is', value: 'email.offers' }] }] } as const;
  expect(sentence(rule, kinds, names('en'))).toBe('VIP is yes and (Number of orders is at least 3 or Agreed to is E-mail: Offers)');
  expect(sentence(rule, kinds, names('zh'))).toContain('订单数 至少为 3，或');
  expect(sentence({ join: 'none', rules: [{ field: 'birthMonth', operator: 'is', value: '5' }] }, kinds, names('en'))).toBe('none of: Month of birth is month 5');
  expect(sentence({ join: 'all', rules: [] }, kinds, names('en'))).toBe('No rules: everybody belongs to it.');
});

test('a rule alone becomes a group, and rules are put in and taken out by their place', () => {
  const alone = { field: 'tag', operator: 'is', value: 'x' } as const;
  const group = asGroup(alone);
  expect(group).toEqual({ join: 'all', rules: [alone] });
  const two = { ...group, rules: [...group.rules, freshRule({ name: 'orders', value: 'number' })] };
  expect(withRule(two, 0, undefined).rules).toEqual([{ field: 'orders', operator: 'atLeast', value: '1' }]);
  expect(withRule(two, 1, alone).rules).toEqual([alone, alone]);
  expect(isComplete(two)).toBe(true);
  expect(isComplete({ join: 'any', rules: [two, { field: 'tag', operator: 'is', value: ' ' }] })).toBe(false);
});

test('a time is said in its largest whole unit', () => {
  const words = outreachLanguages.en.reminders;
  expect([0, 30, 60, 90, 1440, -20_160].map((minutes) => delayText(minutes, words, false))).toEqual(['at once', '30 minutes after', '1 hour after', '90 minutes after', '1 day after', '14 days before']);
  expect(delayText(-1440, outreachLanguages.zh.reminders, true)).toBe('1 天之前');
  expect(spanOf(4320)).toEqual({ amount: 3, unit: 'days' });
  expect(minutesOf(1.5, 'hours')).toBe(90);
});

test('months begin on Monday, and a leap February has its last day', () => {
  expect(weeksOf(2026, 2)[0]).toEqual([null, null, null, null, null, null, 1]);
  expect(weeksOf(2028, 2).flat()).toContain(29);
  expect(weeksOf(2026, 6)[0]?.[0]).toBe(1);
});

test('a day stays the same day wherever its reader is, and a moment is told by the recipient’s clock', () => {
  expect(bothCalendars({ date: '2026-09-25', chinese: '八月十五' }, british)).toMatch(/^Fri,? 25 Sept 2026 · 八月十五$/);
  expect(bothCalendars({ date: '2026-09-25', chinese: null }, new Dates('zh', []))).toContain('9月25日');
  expect(momentIn('2026-09-25T02:00:00Z', 'Asia/Shanghai', british)).toContain('10:00');
  expect(() => momentIn('2026-09-25T02:00:00Z', 'Nowhere/Else', british)).not.toThrow();
});

test('a draft sends back what was written by hand and notices what was changed', () => {
  const campaign = { ...fresh, id: 'c', name: 'Spring', status: 'finished', createdBy: 'a', editedBy: 'a', askedBy: null, askedAt: null, approvedBy: null, approvedAt: null, names: {}, launchedAt: null, updatedAt: '', next: [], version: 7 } as Campaign;
  const draft = draftOf(campaign);
  expect('status' in draft).toBe(false);
  expect(isChanged(draft, { ...draft, version: 8 })).toBe(false);
  expect(isChanged({ ...draft, channels: ['sms'] }, draft)).toBe(true);
  expect(startOf(new URLSearchParams(), campaign, (name) => `${name} 2`)).toMatchObject({ name: 'Spring 2', version: 0 });
  expect(startOf(new URLSearchParams('festival=lantern'), undefined, String)).toMatchObject({ occasion: 'festival', festival: 'lantern' });
});

test('channels keep the order in which they were chosen', () => {
  expect(inOrder(['email', 'chat'], ['chat', 'email', 'sms'])).toEqual(['email', 'chat', 'sms']);
  expect(inOrder(['email', 'chat'], ['chat'])).toEqual(['chat']);
});

test('the first template can be chosen, others added and taken away', () => {
  const one = { templateId: 'a', weight: 1 };
  expect(withVariant([], 0, one)).toEqual([one]);
  expect(withVariant([one, { templateId: 'b', weight: 2 }], 0, undefined)).toEqual([{ templateId: 'b', weight: 2 }]);
});

test('shares are of those sent, and the held out stand apart', () => {
  const row = (variant: number, sent: number, replied: number) => ({ variant, queued: 0, sent, delivered: sent, read: 0, replied, clicked: 0, optedOut: 0, excluded: variant < 0 ? 9 : 0, failed: 1, unknown: 0 }) as VariantResults;
  expect(shareOf('replied', row(0, 3, 1))).toBe(33.3);
  expect(shareOf('replied', row(0, 0, 0))).toBeUndefined();
  expect(shareOf('failed', row(0, 3, 1))).toBeUndefined();
  const all = [row(1, 1, 0), row(-1, 0, 0), row(0, 1, 0)];
  expect(texts(all).map(({ variant }) => variant)).toEqual([0, 1]);
  expect(heldOut(all)).toBe(9);
});

test('what is wrong is found at its field', () => {
  const faults = { 'words.en.text': ['Write a text.'], name: ['Write a name.'] };
  expect(faultAt(faults, 'name')).toBe('Write a name.');
  expect(faultAt(faults, 'words.en')).toBeUndefined();
  expect(faultAt(faults, 'words.en', true)).toBe('Write a text.');
});
