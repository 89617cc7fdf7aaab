import type { SurveyAnswer } from '../conversation/survey.ts';
import { element } from '../shared/dom.ts';
import { closePath, icon } from '../shared/icon.ts';
import type { PanelWords } from '../words/panel.ts';

export interface SurveyActions {
  answer(answer: SurveyAnswer): void;
  dismiss(): void;
}

const longestComment = 1000;
const thanksFor = 5000;

/** Asks how the chat with a colleague was. */
export class SurveyCard {
  readonly element: HTMLElement;
  private readonly words: PanelWords['survey'];
  private readonly actions: SurveyActions;
  private thanking: ReturnType<typeof setTimeout> | undefined;

  constructor(words: PanelWords['survey'], actions: SurveyActions) {
    this.words = words;
    this.actions = actions;
    this.element = element('section', { class: 'survey', attributes: { 'aria-label': words.question } });
    this.element.hidden = true;
  }

  show(due: boolean): void {
    // The thanks stay a while after the answer has made the survey no longer due.
    if (!due && this.thanking !== undefined) return;
    this.element.hidden = !due;
    this.element.replaceChildren(...(due ? [this.form()] : []));
  }

  private form(): HTMLElement {
    const { words } = this;
    const comment = element('textarea', { class: 'survey-comment', attributes: { rows: '2', maxlength: String(longestComment), placeholder: words.comment, 'aria-label': words.comment, dir: 'auto' } });
    const more = element('div', { class: 'survey-more' }, comment, element('button', { class: 'survey-send', text: words.send, attributes: { type: 'submit' } }));
    more.hidden = true;
    const scores = words.scores.map((name, index) => this.score(index + 1, name, () => { more.hidden = false; }));
    return element('form', { on: { submit: (event) => this.submit(event, comment.value.trim()) } },
      element('div', { class: 'survey-head' },
        element('p', { class: 'survey-question', text: words.question, attributes: { id: 'survey' } }),
        element('button', { class: 'survey-close', attributes: { type: 'button', 'aria-label': words.dismiss }, on: { click: () => this.dismiss() } }, icon(closePath))),
      element('div', { class: 'survey-scores', attributes: { role: 'radiogroup', 'aria-labelledby': 'survey' } }, ...scores),
      element('div', { class: 'survey-ends', attributes: { 'aria-hidden': 'true' } }, element('span', { text: words.scores[0] ?? '' }), element('span', { text: words.scores.at(-1) ?? '' })),
      more);
  }

  private score(score: number, name: string, chosen: () => void): HTMLElement {
    return element('label', { class: 'survey-score', attributes: { title: name } },
      element('input', { attributes: { type: 'radio', name: 'score', value: String(score), 'aria-label': `${score}: ${name}` }, on: { change: chosen } }),
      element('span', { text: String(score), attributes: { 'aria-hidden': 'true' } }));
  }

  private submit(event: SubmitEvent, comment: string): void {
    event.preventDefault();
    const chosen = this.element.querySelector<HTMLInputElement>('input:checked');
    if (chosen === null) return;
    this.element.replaceChildren(element('p', { class: 'survey-thanks', text: this.words.thanks, attributes: { role: 'status' } }));
    this.thanking = setTimeout(() => {
      this.thanking = undefined;
      this.show(false);
    }, thanksFor);
    this.actions.answer({ score: Number(chosen.value), comment });
  }

  private dismiss(): void {
    this.show(false);
    this.actions.dismiss();
  }
}
