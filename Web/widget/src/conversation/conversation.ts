import type { CardAction } from '@supportbot/shared/attachment.ts';
import { isFromShopper, sequenceOf, type Activity, type ActivitySet } from '../directline/activity.ts';
import { DirectLineApi } from '../directline/api.ts';
import { Connection, type ConnectionState } from '../directline/connection.ts';
import { Session } from '../directline/session.ts';
import type { Settings } from '../shared/settings.ts';
import { readHandoff, type Handoff } from './handoff.ts';
import { compose, composeAction, composeEvent, type Outgoing } from './message.ts';
import { Outbox } from './outbox.ts';
import { OutboxStorage } from './outbox-storage.ts';
import { Peek } from './peek.ts';
import { Survey, surveyAnswer, surveyDismissal, type SurveyAnswer } from './survey.ts';
import { Transcript, type Delivery, type Entry } from './transcript.ts';
import { Typing } from './typing.ts';
import { PageWatch, type ViewedPage } from './viewed-page.ts';

export interface ConversationListener {
  /** New and changed entries; `all` is the whole transcript in order. */
  entriesChanged(changed: readonly Entry[], all: readonly Entry[]): void;
  cleared(): void;
  connectionChanged(state: ConnectionState): void;
  typingChanged(name: string | undefined): void;
  handoffChanged(handoff: Handoff | undefined): void;
  surveyChanged(due: boolean): void;
  unreadChanged(count: number): void;
}

/** The shopper's one conversation: what was said, what is still to be sent, and whether anyone can hear it. */
export class Conversation {
  private readonly settings: Settings;
  private readonly listener: ConversationListener;
  private readonly api: DirectLineApi;
  private readonly session: Session;
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private readonly transcript = new Transcript();
  private readonly typing: Typing;
  private readonly peek: Peek;
  private readonly survey: Survey;
  private readonly pages: PageWatch;
  private isWithColleague = false;
  private isConnecting = false;

  constructor(settings: Settings, listener: ConversationListener) {
    this.settings = settings;
    this.listener = listener;
    this.api = new DirectLineApi(settings.base);
    this.session = new Session(this.api, settings.base, settings.locale, settings.identity);
    this.connection = new Connection(this.api, this.session, settings.locale, {
      stateChanged: (state) => this.connectionChanged(state),
      received: (set) => this.receive(set),
      startedAnew: () => this.startedAnew(),
    });
    this.outbox = this.createOutbox();
    this.typing = new Typing((name) => listener.typingChanged(name));
    this.peek = new Peek((text) => this.tell({ type: 'typing', text }));
    this.survey = new Survey((due) => listener.surveyChanged(due));
    this.pages = new PageWatch((page) => this.tellPage(page));
    this.show(this.outbox.restore().filter(({ activity }) => activity.type === 'message').map((message) => this.transcript.add(message)));
    settings.identity.onChange(() => this.reopen());
    addEventListener('beforeunload', (event) => {
      if (this.outbox.holdsFiles) event.preventDefault();
    });
  }

  get hasHistory(): boolean {
    return this.session.conversationId !== '';
  }

  get limits(): Session['limits'] {
    return this.session.limits;
  }

  /** Whether the colleague who has the chat sees what is being written; the shopper is told so. */
  get isPeeked(): boolean {
    return this.isWithColleague && this.limits?.peek === true;
  }

  connect(): void {
    if (this.isConnecting) return;
    this.isConnecting = true;
    void this.connection.keepOpen();
  }

  retryConnection(): void {
    this.connection.retryNow();
  }

  say(text: string, files: readonly File[]): void {
    this.send(compose(text, files, this.settings.locale, new Date()));
  }

  press(action: CardAction): void {
    const message = composeAction(action, this.settings.locale, new Date());
    if (message !== undefined) this.send(message);
  }

  retry(clientId: string): void {
    this.outbox.retry(clientId);
  }

  rate(answer: SurveyAnswer): void {
    this.outbox.add(composeEvent(surveyAnswer, answer, this.settings.locale, new Date()));
  }

  dismissSurvey(): void {
    this.outbox.add(composeEvent(surveyDismissal, {}, this.settings.locale, new Date()));
  }

  tellTyping(text: string): void {
    if (this.isPeeked) this.peek.tell(text);
    else if (text !== '' && this.typing.mayTell(Date.now())) this.tell({ type: 'typing' });
  }

  markRead(): void {
    const last = this.transcript.ordered().reduce((highest, entry) => Math.max(highest, sequenceOf(entry.activity) ?? 0), 0);
    this.session.markRead(last);
    this.listener.unreadChanged(0);
  }

  /** Lost without harm: it is only a hint. */
  private tell(hint: Activity): void {
    if (this.connection.state !== 'online') return;
    const activity: Activity = { ...hint, from: { role: 'user' }, locale: this.settings.locale };
    void this.session.token().then((token) => this.api.post(token, this.session.conversationId, activity)).catch(() => undefined);
  }

  private tellPage(page: ViewedPage): void {
    if (this.connection.state !== 'online' || this.limits?.viewedPage !== true) {
      this.pages.forget();
      return;
    }
    void this.session.token().then((token) => this.api.tellPage(token, this.session.conversationId, page)).catch(() => this.pages.forget());
  }

  /** Somebody else is signed in at the store: whose conversation it is, the service decides anew. */
  private reopen(): void {
    this.session.discardToken();
    if (this.isConnecting) this.connection.suspect();
  }

  private createOutbox(): Outbox {
    const connection = this.connection;
    return new Outbox(new OutboxStorage(this.settings.base), {
      get isOnline() { return connection.state === 'online'; },
      send: (message) => this.transmit(message),
      suspectConnection: () => connection.suspect(),
      discardToken: () => this.session.discardToken(),
      delivered: (clientId, delivery) => this.delivered(clientId, delivery),
    });
  }

  private async transmit({ activity, files }: Outgoing): Promise<unknown> {
    const token = await this.session.token();
    const id = this.session.conversationId;
    return files.length > 0 ? await this.api.upload(token, id, activity, files) : await this.api.post(token, id, activity);
  }

  private send(message: Outgoing): void {
    this.peek.stop();
    this.survey.turn(false);
    this.show([this.transcript.add(message)]);
    this.outbox.add(message);
    this.pages.report();
  }

  private delivered(clientId: string, delivery: Delivery): void {
    const entry = this.transcript.deliver(clientId, delivery);
    if (entry !== undefined) this.show([entry]);
  }

  private connectionChanged(state: ConnectionState): void {
    this.listener.connectionChanged(state);
    if (state === 'online') {
      void this.outbox.run();
      this.pages.report();
    } else this.typing.stopped();
  }

  private receive(set: ActivitySet): void {
    const changed: Entry[] = [];
    for (const activity of set.activities ?? []) {
      const entry = this.take(activity);
      if (entry !== undefined) changed.push(entry);
    }
    if (changed.length === 0) return;
    this.show(changed);
    this.listener.unreadChanged(this.countUnread());
  }

  private take(activity: Activity): Entry | undefined {
    const own = isFromShopper(activity);
    if (activity.type === 'typing' && !own) this.typing.heard(activity.from?.name ?? '');
    const handoff = readHandoff(activity);
    if (handoff !== undefined) this.handOff(handoff);
    this.survey.hear(activity);
    if (own && activity.channelData?.clientActivityID !== undefined) this.outbox.confirm(activity.channelData.clientActivityID);
    if (activity.type !== 'message') return undefined;
    const entry = this.transcript.receive(activity);
    if (!own && entry !== undefined) this.typing.stopped();
    return entry;
  }

  private handOff(handoff: Handoff | undefined): void {
    this.isWithColleague = handoff?.state === 'accepted';
    if (!this.isWithColleague) this.peek.stop();
    this.listener.handoffChanged(handoff);
  }

  private countUnread(): number {
    const lastRead = this.session.lastRead;
    return this.transcript.ordered().filter(({ activity }) => !isFromShopper(activity) && (sequenceOf(activity) ?? 0) > lastRead).length;
  }

  private startedAnew(): void {
    const unsent = this.transcript.unsent();
    this.transcript.keepOnly(unsent);
    this.listener.cleared();
    this.handOff(undefined);
    this.survey.turn(false);
    this.show(unsent);
  }

  private show(changed: readonly Entry[]): void {
    if (changed.length > 0) this.listener.entriesChanged(changed, this.transcript.ordered());
  }
}
