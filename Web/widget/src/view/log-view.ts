import type { Entry } from '../conversation/transcript.ts';
import { element } from '../shared/dom.ts';
import { downPath, icon } from '../shared/icon.ts';
import { Dates } from '@supportbot/shared/dates.ts';
import { MessageView } from './message-view.ts';
import type { Surroundings } from './surroundings.ts';

/** How far from the end still counts as reading the end. */
const nearEnd = 80;
const startMargin = 8;
/** Messages of one sender closer than this share one name and time. */
const together = 5 * 60 * 1000;

/** The scrolling list of messages, with days between them. */
export class LogView {
  readonly element: HTMLElement;
  private readonly surroundings: Surroundings;
  private readonly retry: (key: string) => void;
  private readonly dates: Dates;
  private readonly scroller: HTMLElement;
  private readonly list: HTMLElement;
  private readonly typing: HTMLElement;
  private readonly latest: HTMLButtonElement;
  private readonly failures: HTMLElement;
  private readonly views = new Map<string, MessageView>();
  private readonly days = new Map<string, HTMLElement>();
  private isAtEnd = true;

  constructor(surroundings: Surroundings, retry: (key: string) => void) {
    const { words } = surroundings;
    this.surroundings = surroundings;
    this.retry = retry;
    this.dates = new Dates(surroundings.locale, navigator.languages);
    this.list = element('div', { class: 'list', attributes: { role: 'log', 'aria-label': words.log, 'aria-live': 'off', 'aria-relevant': 'additions' } });
    this.typing = element('div', { class: 'typing', attributes: { role: 'status' } });
    this.failures = element('div', { class: 'unseen', attributes: { role: 'status' } });
    this.scroller = element('div', {
      class: 'scroller',
      attributes: { tabindex: '0', role: 'region', 'aria-label': words.log },
      on: { scroll: () => this.scrolled() },
    }, this.list, this.typing);
    this.latest = element('button', { class: 'latest', attributes: { type: 'button' }, on: { click: () => this.scrollToEnd() } }, icon(downPath), words.latest);
    this.latest.hidden = true;
    this.element = element('div', { class: 'log' }, this.scroller, this.latest, this.failures);
    new ResizeObserver(() => this.keepEnd()).observe(this.scroller);
  }

  update(changed: readonly Entry[], all: readonly Entry[]): void {
    for (const entry of changed) this.show(entry);
    this.arrange(all);
    const own = changed.some((entry) => entry.delivery === 'queued' || entry.delivery === 'sending');
    const heard = changed.find((entry) => entry.delivery === undefined);
    if (own || this.isAtEnd) this.scrollToEnd();
    else if (heard !== undefined) this.latest.hidden = false;
    if (!own && heard !== undefined) this.keepStart(heard);
    // What was said before the panel came up is not read out; from now on news is.
    if (this.list.getAttribute('aria-live') === 'off') setTimeout(() => this.list.setAttribute('aria-live', 'polite'), 1000);
  }

  showTyping(name: string | undefined): void {
    const { words } = this.surroundings;
    if (name === undefined) this.typing.replaceChildren();
    else if (!this.typing.hasChildNodes()) {
      this.typing.append(
        element('span', { class: 'unseen', text: words.typing(name === '' ? words.bot : name) }),
        element('span', { class: 'dots', attributes: { 'aria-hidden': 'true' } }, element('i'), element('i'), element('i')));
    }
    this.keepEnd();
  }

  clear(): void {
    this.views.clear();
    this.days.clear();
    this.list.replaceChildren();
  }

  scrollToEnd(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.isAtEnd = true;
    this.latest.hidden = true;
  }

  private show(entry: Entry): void {
    const view = this.views.get(entry.key);
    if (view === undefined) {
      this.views.set(entry.key, new MessageView(entry, this.surroundings, this.dates, () => this.retry(entry.key)));
      return;
    }
    view.update(entry);
    if (entry.delivery === 'failed' || entry.delivery === 'tooLarge' || entry.delivery === 'refused') {
      this.failures.textContent = this.surroundings.words[entry.delivery];
    }
  }

  /** Brings the nodes into the transcript's order, touching only those out of place. */
  private arrange(all: readonly Entry[]): void {
    let cursor = this.list.firstChild;
    const place = (node: HTMLElement) => {
      if (node === cursor) cursor = cursor.nextSibling;
      else this.list.insertBefore(node, cursor);
    };
    let previous: MessageView | undefined;
    for (const entry of all) {
      const view = this.views.get(entry.key);
      if (view === undefined) continue;
      const newDay = previous?.date.toDateString() !== view.date.toDateString();
      if (newDay) place(this.day(view.date));
      const continues = previous !== undefined && !newDay && previous.isOwn === view.isOwn && previous.sender === view.sender
        && view.date.getTime() - previous.date.getTime() < together;
      view.element.toggleAttribute('data-continues', continues);
      previous?.element.toggleAttribute('data-continued', continues);
      view.element.removeAttribute('data-continued');
      place(view.element);
      previous = view;
    }
    while (cursor !== null) {
      const rest: ChildNode = cursor;
      cursor = rest.nextSibling;
      rest.remove();
    }
  }

  private day(date: Date): HTMLElement {
    const key = date.toDateString();
    const known = this.days.get(key);
    if (known !== undefined) return known;
    const separator = element('div', { class: 'day' }, element('span', { text: this.dates.dayName(date, new Date()) }));
    this.days.set(key, separator);
    return separator;
  }

  /** A long answer is read from its beginning. */
  private keepStart(entry: Entry): void {
    const start = this.views.get(entry.key)?.element.offsetTop ?? 0;
    if (!this.isAtEnd || start >= this.scroller.scrollTop) return;
    this.scroller.scrollTop = start - startMargin;
    this.isAtEnd = false;
  }

  private keepEnd(): void {
    if (this.isAtEnd) this.scrollToEnd();
  }

  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (this.isAtEnd) this.latest.hidden = true;
  }
}
