import type { ConnectionState } from '../directline/connection.ts';
import { element } from '../shared/dom.ts';
import type { PanelWords } from '../words/panel.ts';

/** Says that the connection is being made or is lost; silent while all is well. */
export class Banner {
  readonly element: HTMLElement;
  private readonly words: PanelWords;
  private readonly text: HTMLElement;
  private readonly retry: HTMLButtonElement;

  constructor(words: PanelWords, retry: () => void) {
    this.words = words;
    this.text = element('span', { attributes: { role: 'status' } });
    this.retry = element('button', { class: 'plain', text: words.retryNow, attributes: { type: 'button' }, on: { click: retry } });
    this.element = element('div', { class: 'banner' }, this.text, this.retry);
    this.show('connecting');
  }

  show(state: ConnectionState): void {
    this.element.dataset.state = state;
    this.retry.hidden = state !== 'reconnecting';
    this.text.textContent = state === 'online' ? '' : this.words[state];
  }
}
