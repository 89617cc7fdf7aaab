import type { Entry } from '../conversation/transcript.ts';
import { isFromShopper } from '../directline/activity.ts';
import { renderMarkdown } from '../markdown/render.ts';
import { element } from '../shared/dom.ts';
import { attachments, pendingFile } from './attachments.ts';
import type { Dates } from '@supportbot/shared/dates.ts';
import type { Surroundings } from './surroundings.ts';

/** One message in the log. */
export class MessageView {
  readonly element: HTMLElement;
  readonly isOwn: boolean;
  readonly sender: string;
  readonly date: Date;
  private readonly surroundings: Surroundings;
  private readonly body: HTMLElement;
  private readonly state: HTMLElement;
  private readonly retry: () => void;
  private hasPendingFiles: boolean;

  constructor(entry: Entry, surroundings: Surroundings, dates: Dates, retry: () => void) {
    const { words } = surroundings;
    const { activity } = entry;
    this.surroundings = surroundings;
    this.retry = retry;
    this.isOwn = isFromShopper(activity);
    this.sender = this.isOwn ? words.you : activity.from?.name ?? words.bot;
    this.date = new Date(activity.timestamp ?? activity.localTimestamp ?? Date.now());
    this.hasPendingFiles = entry.files.length > 0;
    this.body = element('div', { class: 'body' });
    this.state = element('span', { class: 'state' });
    const time = element('time', { text: dates.time(this.date), attributes: { datetime: this.date.toISOString() } });
    this.element = element('div', { class: this.isOwn ? 'message own' : 'message' },
      element('span', { class: 'sender', attributes: { dir: 'auto' } }, this.sender, element('span', { class: 'unseen', text: words.afterName })),
      this.body,
      // Not read out with every change: a failure is announced apart.
      element('div', { class: 'meta', attributes: { 'aria-live': 'off' } }, time, this.state));
    this.fill(entry);
    this.update(entry);
  }

  /** The words of a stored message never change, so the echo alters only what stands below them, and uploaded files. */
  update(entry: Entry): void {
    if (this.hasPendingFiles && entry.files.length === 0) {
      this.hasPendingFiles = false;
      this.fill(entry);
    }
    const { words } = this.surroundings;
    const { delivery } = entry;
    this.element.dataset.delivery = delivery ?? '';
    this.state.replaceChildren(...(delivery === undefined ? [] : [words[delivery]]));
    if (delivery === 'failed') {
      this.state.append(' ', element('button', { class: 'plain', text: words.retry, attributes: { type: 'button' }, on: { click: this.retry } }));
    }
  }

  private fill({ activity, files }: Entry): void {
    const text = activity.channelData?.displayText ?? activity.text ?? '';
    const parts: HTMLElement[] = [];
    if (text !== '') parts.push(this.bubble(text, !this.isOwn && activity.textFormat !== 'plain', activity.locale));
    parts.push(...files.map(pendingFile), ...attachments(activity.attachments ?? [], activity.attachmentLayout, this.surroundings));
    if (parts.length === 0) parts.push(element('p', { class: 'unsupported', text: this.surroundings.words.unsupported }));
    this.body.replaceChildren(...parts);
  }

  private bubble(text: string, isMarkdown: boolean, locale: string | undefined): HTMLElement {
    const bubble = element('div', { class: isMarkdown ? 'bubble' : 'bubble plain-text', attributes: { dir: 'auto' } });
    if (locale !== undefined) bubble.lang = locale;
    if (isMarkdown) bubble.append(...renderMarkdown(text));
    else bubble.textContent = text;
    return bubble;
  }
}
