import { expect, test } from 'vitest';
import { backoff } from '@supportbot/shared/backoff.ts';

test('waits double, stay short while a restart may be under way, and then grow patient', () => {
  expect([0, 1, 2, 3, 24].map((attempt) => backoff(attempt, () => 1))).toEqual([500, 1000, 2000, 3000, 3000]);
  expect(backoff(25, () => 1)).toBe(30_000);
  expect(backoff(5000, () => 1)).toBe(30_000);
});

test('waits are spread over their second half', () => {
  expect(backoff(3, () => 0)).toBe(1500);
});
