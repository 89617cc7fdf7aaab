import { element } from '../shared/dom.ts';
import { chatPath, closePath, icon } from '../shared/icon.ts';
import type { PanelWords } from '../words/panel.ts';
import { fitToKeyboard } from './keyboard-fit.ts';

export interface FrameOptions {
  readonly words: PanelWords;
  readonly title: string;
  closed(): void;
  dropped(files: readonly File[]): void;
}

const phone = '(max-width: 480px)';

/** The dialog around the chat: beside the page on a desktop, over all of it on a phone. */
export class DialogFrame {
  readonly element: HTMLDialogElement;
  private readonly options: FrameOptions;
  private readonly title: HTMLElement;
  private pageOverflow = '';

  constructor(options: FrameOptions, parts: readonly Node[]) {
    this.options = options;
    const { words } = options;
    this.title = element('h2', { class: 'title', text: options.title, attributes: { id: 'title', tabindex: '-1', dir: 'auto' } });
    const close = element('button', {
      class: 'close',
      attributes: { type: 'button', 'aria-label': words.close },
      on: { click: () => this.close() },
    }, icon(closePath));
    const header = element('div', { class: 'header' },
      element('span', { class: 'emblem' }, icon(chatPath)),
      element('div', { class: 'heading' }, this.title, element('p', { class: 'subtitle', text: words.subtitle })),
      close);
    this.element = element('dialog', {
      class: 'panel',
      attributes: { 'aria-labelledby': 'title' },
      on: {
        keydown: (event) => this.closeOnEscape(event),
        dragover: (event) => event.preventDefault(),
        drop: (event) => this.drop(event),
        close: () => this.ended(),
      },
    }, header, ...parts);
    fitToKeyboard(this.element);
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  open(): void {
    if (this.isOpen) return;
    if (matchMedia(phone).matches) {
      // Modal: the browser itself keeps focus inside and the page behind out of reach.
      this.element.showModal();
      this.pageOverflow = document.documentElement.style.overflow;
      document.documentElement.style.overflow = 'hidden';
    } else {
      this.element.show();
    }
  }

  close(): void {
    this.element.close();
  }

  focusTitle(): void {
    this.title.focus();
  }

  private ended(): void {
    document.documentElement.style.overflow = this.pageOverflow;
    this.options.closed();
  }

  /** An input method uses Escape to drop what is being composed. */
  private closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.options.dropped([...event.dataTransfer?.files ?? []]);
  }
}
