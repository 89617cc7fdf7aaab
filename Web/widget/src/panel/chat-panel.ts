import { Conversation, type ConversationListener } from '../conversation/conversation.ts';
import type { Handoff } from '../conversation/handoff.ts';
import type { Entry } from '../conversation/transcript.ts';
import type { CardAction } from '@supportbot/shared/attachment.ts';
import type { ConnectionState } from '../directline/connection.ts';
import type { Panel, PanelHost } from '../shared/panel.ts';
import { Banner } from '../view/banner.ts';
import { Composer } from '../view/composer.ts';
import { DialogFrame } from '../view/dialog-frame.ts';
import { LogView } from '../view/log-view.ts';
import { StatusLine } from '../view/status-line.ts';
import { Suggestions } from '../view/suggestions.ts';
import { SurveyCard } from '../view/survey-card.ts';
import type { Surroundings } from '../view/surroundings.ts';
import { panelWords } from '../words/panel.ts';

/** Joins the conversation to what the shopper sees of it. */
export class ChatPanel implements Panel, ConversationListener {
  private readonly host: PanelHost;
  private readonly conversation: Conversation;
  private readonly frame: DialogFrame;
  private readonly banner: Banner;
  private readonly log: LogView;
  private readonly status: StatusLine;
  private readonly survey: SurveyCard;
  private readonly suggestions: Suggestions;
  private readonly composer: Composer;

  constructor(host: PanelHost) {
    this.host = host;
    const { settings } = host;
    const words = panelWords[settings.locale];
    const surroundings: Surroundings = { words, locale: settings.locale, base: settings.base, press: (action) => this.press(action) };
    this.banner = new Banner(words, () => this.conversation.retryConnection());
    this.log = new LogView(surroundings, (key) => this.conversation.retry(key));
    this.status = new StatusLine(words);
    this.survey = new SurveyCard(words.survey, { answer: (answer) => this.conversation.rate(answer), dismiss: () => this.conversation.dismissSurvey() });
    this.suggestions = new Suggestions(surroundings);
    this.composer = new Composer(surroundings, {
      send: (text, files) => this.conversation.say(text, files),
      typing: (text) => this.conversation.tellTyping(text),
      limits: () => this.conversation.limits,
    });
    this.frame = new DialogFrame(
      { words, title: settings.title ?? words.title, closed: () => this.closed(), dropped: (files) => this.composer.stage(files) },
      [this.banner.element, this.log.element, this.status.element, this.survey.element, this.suggestions.element, this.composer.element],
    );
    host.root.append(this.frame.element);
    document.addEventListener('visibilitychange', () => this.readIfSeen());
    this.conversation = new Conversation(settings, this);
    if (this.conversation.hasHistory) this.conversation.connect();
  }

  get isOpen(): boolean {
    return this.frame.isOpen;
  }

  open(): void {
    this.conversation.connect();
    this.frame.open();
    this.log.scrollToEnd();
    if (matchMedia('(pointer: coarse)').matches) this.frame.focusTitle();
    else this.composer.focus();
    this.host.openChanged(true);
    this.readIfSeen();
  }

  close(): void {
    this.frame.close();
  }

  entriesChanged(changed: readonly Entry[], all: readonly Entry[]): void {
    // First what takes room from the log, so that it scrolls by its final height.
    this.suggestions.show(all.at(-1));
    this.log.update(changed, all);
    this.readIfSeen();
  }

  cleared(): void {
    this.log.clear();
    this.suggestions.show(undefined);
  }

  connectionChanged(state: ConnectionState): void {
    this.banner.show(state);
    this.composer.limitsChanged();
    this.disclose();
  }

  typingChanged(name: string | undefined): void {
    this.log.showTyping(name);
  }

  handoffChanged(handoff: Handoff | undefined): void {
    this.status.show(handoff);
    this.disclose();
  }

  surveyChanged(due: boolean): void {
    this.survey.show(due);
  }

  unreadChanged(count: number): void {
    this.host.unreadChanged(count);
    this.readIfSeen(count);
  }

  private disclose(): void {
    this.composer.disclose(this.conversation.isPeeked ? panelWords[this.host.settings.locale].peeked : '');
  }

  private press(action: CardAction): void {
    this.conversation.press(action);
    this.composer.focus();
  }

  private closed(): void {
    this.host.openChanged(false);
  }

  private readIfSeen(unread = 1): void {
    if (unread > 0 && this.isOpen && document.visibilityState === 'visible') this.conversation.markRead();
  }
}
