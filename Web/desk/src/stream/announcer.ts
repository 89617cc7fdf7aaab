import type { DeskMessage, Summary } from '../api/conversation.ts';
import type { Me } from '../api/staff.ts';
import type { PendingOffer } from './moments.ts';
import { shopperName, type Words } from '../words/words.tsx';
import { chime, notify } from './voice.ts';

/** Draws an agent's attention: by sound, and by a notification when they look elsewhere. */
export class Announcer {
  private readonly me: () => Me | undefined;
  private readonly mine = new Map<string, string>();
  private readonly expected = new Set<string>();
  private show: (title: string, body: string, conversationId: string) => void = () => undefined;
  private words: Words | undefined;
  private go: (conversationId: string) => void = () => undefined;
  private watched: string | undefined;

  constructor(me: () => Me | undefined) {
    this.me = me;
  }

  /** `show` puts a notice on the page for whoever looks at it. */
  prepare(words: Words, show: Announcer['show'], go: (conversationId: string) => void): void {
    this.words = words;
    this.show = show;
    this.go = go;
  }

  /** One's own doing needs no announcement. */
  expect(conversationId: string): void {
    this.expected.add(conversationId);
  }

  /** What one has already, when the desk opens. */
  known(conversations: readonly Summary[]): void {
    for (const { id, shopper } of conversations) {
      if (this.words !== undefined) this.mine.set(id, shopperName(shopper, this.words));
    }
  }

  watch(conversationId: string | undefined): void {
    this.watched = conversationId;
  }

  conversation(summary: Summary): void {
    if (this.words === undefined) return;
    const isMine = summary.assignee?.id === this.me()?.id && summary.status === 'open';
    const isNew = isMine && !this.mine.has(summary.id) && !this.expected.delete(summary.id);
    if (isMine) this.mine.set(summary.id, shopperName(summary.shopper, this.words));
    else this.mine.delete(summary.id);
    if (!isNew || this.watched === summary.id) return;
    const name = shopperName(summary.shopper, this.words);
    this.draw(this.words.offer.given, name, summary.id);
    this.show(this.words.offer.given, name, summary.id);
  }

  /** Called before the conversation's own event, which carries the new assignee; a first message of one just taken is not announced. */
  message(conversationId: string, message: DeskMessage): void {
    const name = this.mine.get(conversationId);
    if (name === undefined || message.sender !== 'shopper') return;
    if (document.hasFocus() && this.watched === conversationId) return;
    this.draw(name, message.text ?? '', conversationId);
  }

  offer({ conversationId, summary }: PendingOffer): void {
    if (this.words !== undefined) this.draw(this.words.offer.title, shopperName(summary.shopper, this.words), conversationId);
  }

  private draw(title: string, body: string, conversationId: string): void {
    const { sound = true, notifications = true } = this.me()?.preferences ?? {};
    if (sound) chime();
    if (notifications && !document.hasFocus()) notify(title, body.slice(0, 140), conversationId, () => this.go(conversationId));
  }
}
