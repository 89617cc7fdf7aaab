import { element } from '../shared/dom.ts';
import { icon } from '../shared/icon.ts';
import type { UploadLimits } from './file-rules.ts';
import { StagedFiles } from './staged-files.ts';
import type { Surroundings } from './surroundings.ts';

export interface ComposerActions {
  send(text: string, files: readonly File[]): void;
  typing(text: string): void;
  limits(): UploadLimits | undefined;
}

const attachPath = 'm20 11.5-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.7-7.6';
const sendPath = 'M4.5 12 20 4.5 15.5 20l-4-6.5L4.5 12Zm7 1.5L20 4.5';
/** What an input method reports for a key it has taken, in browsers that end the composition before the key event. */
const takenByInputMethod = 229;

/** Where the shopper writes. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly actions: ComposerActions;
  private readonly field: HTMLTextAreaElement;
  private readonly picker: HTMLInputElement;
  private readonly staged: StagedFiles;
  private readonly button: HTMLButtonElement;
  private readonly disclosure: HTMLElement;

  constructor(surroundings: Surroundings, actions: ComposerActions) {
    const { words } = surroundings;
    this.actions = actions;
    this.field = element('textarea', {
      attributes: { rows: '1', 'aria-label': words.message, placeholder: words.placeholder, dir: 'auto', enterkeyhint: 'send', autocomplete: 'off' },
      on: {
        keydown: (event) => this.sendOnEnter(event),
        input: () => this.edited(),
        paste: (event) => this.paste(event),
      },
    });
    this.picker = element('input', {
      attributes: { type: 'file', multiple: '', tabindex: '-1', 'aria-hidden': 'true' },
      on: { change: () => this.pick() },
    });
    this.picker.hidden = true;
    this.button = element('button', { class: 'send', attributes: { type: 'submit', 'aria-label': words.send } }, icon(sendPath));
    this.disclosure = element('p', { class: 'disclosure', attributes: { role: 'status' } });
    this.staged = new StagedFiles(surroundings, () => this.offerSending());
    const attach = element('button', {
      class: 'attach',
      attributes: { type: 'button', 'aria-label': words.attach },
      on: { click: () => this.picker.click() },
    }, icon(attachPath));
    this.element = element('form', { class: 'composer', on: { submit: (event) => this.submit(event) } },
      this.disclosure, this.staged.element, element('div', { class: 'row' }, this.picker, attach, this.field, this.button));
    this.offerSending();
  }

  focus(): void {
    this.field.focus();
  }

  stage(files: readonly File[]): void {
    if (files.length > 0) this.staged.add(files, this.actions.limits());
  }

  /** Says who sees what is being written before it is sent; empty for nobody. */
  disclose(text: string): void {
    if (this.disclosure.textContent !== text) this.disclosure.textContent = text;
  }

  limitsChanged(): void {
    this.picker.accept = this.actions.limits()?.acceptedTypes.join(',') ?? '';
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    this.send();
  }

  private send(): void {
    const text = this.field.value.trim();
    if (text === '' && this.staged.count === 0) return;
    this.actions.send(text, this.staged.take());
    this.field.value = '';
    this.offerSending();
    this.grow();
    this.focus();
  }

  private sendOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === takenByInputMethod) return;
    event.preventDefault();
    this.send();
  }

  private edited(): void {
    this.offerSending();
    this.grow();
    this.actions.typing(this.field.value);
  }

  private paste(event: ClipboardEvent): void {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length === 0) return;
    event.preventDefault();
    this.stage(files);
  }

  private pick(): void {
    this.stage([...this.picker.files ?? []]);
    // Otherwise the same file could not be chosen again after it was removed.
    this.picker.value = '';
    this.focus();
  }

  private offerSending(): void {
    this.button.disabled = this.field.value.trim() === '' && this.staged.count === 0;
  }

  private grow(): void {
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
