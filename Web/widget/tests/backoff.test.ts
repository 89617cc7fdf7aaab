import { expect, test } from 'vitest';
import { askedWait, backoff } from '@supportbot/shared/backoff.ts';

test('waits double, stay short while a restart may be under way, and then grow patient', () => {
  expect([0, 1, 2, 3, 24].map((attempt) => backoff(attempt, () => 1))).toEqual([500, 1000, 2000, 3000, 3000]);
  expect(backoff(25, () => 1)).toBe(30_000);
  expect(backoff(5000, () => 1)).toBe(30_000);
});

test('waits are spread over their second half', () => {
  expect(backoff(3, () => 0)).toBe(1500);
});

test('only a service that goes away may ask to wait, and not for long', () => {
  expect(askedWait(1012, 'come back in 2600 ms')).toBe(2600);
  expect(askedWait(1001, 'come back in 99999 ms')).toBe(30_000);
  expect(askedWait(1012, '')).toBeUndefined();
  expect(askedWait(1006, 'come back in 2600 ms')).toBeUndefined();
});
