import type { Tokens } from 'marked';

/**
 * CommonMark counts on from the first number, but a shopper is asked to type these: a menu that ends in "0. Talk to a person"
 * must show the 0. Undefined where counting gives the same, or where the writer left the counting to us ("1. 1. 1.").
 */
export function writtenNumbers(items: readonly Tokens.ListItem[]): readonly string[] | undefined {
  const numbers = items.map(({ raw }) => /^\s*(\d{1,9})[.)]/.exec(raw)?.[1] ?? '');
  const countsOn = numbers.every((number, index) => Number(number) === Number(numbers[0]) + index);
  return countsOn || numbers.includes('') || new Set(numbers).size < numbers.length ? undefined : numbers;
}
