import { afterEach, expect, test, vi } from 'vitest';
import { SurveyCard } from '../src/view/survey-card.ts';
import { panelWords } from '../src/words/panel.ts';

afterEach(() => vi.useRealTimers());

function shown() {
  vi.useFakeTimers();
  const actions = { answer: vi.fn(), dismiss: vi.fn() };
  const card = new SurveyCard(panelWords.zh.survey, actions);
  document.body.replaceChildren(card.element);
  card.show(true);
  return { card, actions, scores: [...card.element.querySelectorAll('input')] };
}

test('five named scores, and the comment only after one was chosen', () => {
  const { card, scores, actions } = shown();
  expect(scores.map((input) => input.getAttribute('aria-label'))).toEqual(['1: 很不满意', '2: 不满意', '3: 一般', '4: 满意', '5: 非常满意']);
  expect(card.element.querySelector<HTMLElement>('.survey-more')?.hidden).toBe(true);
  scores[3]?.click();
  expect(card.element.querySelector<HTMLElement>('.survey-more')?.hidden).toBe(false);
  const comment = card.element.querySelector('textarea');
  if (comment !== null) comment.value = ' 很好 ';
  card.element.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  expect(actions.answer).toHaveBeenCalledWith({ score: 4, comment: '很好' });
});

test('thanks stay a while and then go', () => {
  const { card, scores } = shown();
  scores[0]?.click();
  card.element.querySelector<HTMLButtonElement>('[type=submit]')?.click();
  card.show(false);
  expect([card.element.hidden, card.element.textContent]).toEqual([false, panelWords.zh.survey.thanks]);
  vi.advanceTimersByTime(5000);
  expect(card.element.hidden).toBe(true);
});

test('it can be waved aside', () => {
  const { card, actions } = shown();
  card.element.querySelector<HTMLButtonElement>('.survey-close')?.click();
  expect([actions.dismiss.mock.calls.length, card.element.hidden]).toEqual([1, true]);
});
