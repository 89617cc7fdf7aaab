import type { Handoff } from '../conversation/handoff.ts';
import { element } from '../shared/dom.ts';
import type { PanelWords } from '../words/panel.ts';

/** Where the shopper stands on the way to a human colleague. */
export class StatusLine {
  readonly element: HTMLElement;
  private readonly words: PanelWords;

  constructor(words: PanelWords) {
    this.words = words;
    this.element = element('p', { class: 'status-line', attributes: { role: 'status', dir: 'auto' } });
  }

  show(handoff: Handoff | undefined): void {
    this.element.dataset.state = handoff?.state ?? '';
    this.element.textContent = handoff === undefined ? '' : handoff.message ?? this.describe(handoff);
  }

  private describe({ state, position, estimate }: Handoff): string {
    const words = this.words.handoff;
    if (state !== 'queued') return words[state];
    const place = position === undefined ? words.queued : words.position(position);
    return estimate === undefined ? place : `${place} ${words.estimate(estimate)}`;
  }
}
