import { expect, test } from 'vitest';
import { backoff } from '../src/directline/backoff.ts';

test('waits double up to half a minute and are spread', () => {
  expect([0, 1, 2, 3].map((attempt) => backoff(attempt, () => 1))).toEqual([1000, 2000, 4000, 8000]);
  expect(backoff(1000, () => 1)).toBe(30_000);
  expect(backoff(3, () => 0)).toBe(4000);
});
