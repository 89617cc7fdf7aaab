import type { Entry } from '../conversation/transcript.ts';
import { element } from '../shared/dom.ts';
import { actionControl } from './action-control.ts';
import type { Surroundings } from './surroundings.ts';

/** The answers the latest message offers; any other message takes them away. */
export class Suggestions {
  readonly element: HTMLElement;
  private readonly surroundings: Surroundings;
  private shownFor: string | undefined;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
    this.element = element('div', { class: 'suggestions', attributes: { role: 'group', 'aria-label': surroundings.words.suggestions } });
    this.element.hidden = true;
  }

  show(latest: Entry | undefined): void {
    // Built anew only for another message, or a keyboard user's focus would fall off the chips.
    if (latest?.key === this.shownFor) return;
    this.shownFor = latest?.key;
    const actions = latest?.delivery === undefined ? latest?.activity.suggestedActions?.actions ?? [] : [];
    const controls = actions.map((action) => actionControl(action, 'chip', this.surroundings)).filter((control) => control !== undefined);
    this.element.replaceChildren(...controls);
    this.element.hidden = controls.length === 0;
  }
}
