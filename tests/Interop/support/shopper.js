import { randomUUID } from 'node:crypto';
import directLine from 'botframework-directlinejs';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';
import { until } from './until.js';

// The client is made for browsers and looks for these where a browser has them.
globalThis.XMLHttpRequest = XMLHttpRequest;
globalThis.WebSocket = WebSocket;

export const { ConnectionStatus } = directLine;

/** A shopper behind the official client. */
export class Shopper {
  seen = [];
  statuses = [];

  /** @param options Those of the official client; here it comes back after the shortest of its delays. */
  constructor(options) {
    this.line = new directLine.DirectLine({ timeout: 2000, pollingInterval: 200, random: () => 0, ...options });
    this.line.connectionStatus$.subscribe((status) => this.statuses.push(status));
    this.line.activity$.subscribe((activity) => this.seen.push(activity), (error) => { this.error = error; });
  }

  static async arrive(options) {
    const shopper = new Shopper(options);
    await shopper.reach(ConnectionStatus.Online);
    return shopper;
  }

  get conversationId() { return this.line.conversationId; }

  get status() { return this.statuses.at(-1); }

  reach = (status) => until(`the client is ${ConnectionStatus[status]}`, () => this.status === status);

  post = (activity) => this.line.postActivity(activity).toPromise();

  /** Says something and returns its id; sends the same again while the client says "retry". */
  async say(text) {
    const message = { type: 'message', text, from: { id: 'shopper' }, channelData: { clientActivityID: randomUUID() } };
    return until(`"${text}" is acknowledged`, async () => {
      const id = await this.post(message);
      return id !== 'retry' && id;
    });
  }

  /** The first activity that came and is as described. */
  hear = (what, matches) => until(`the shopper hears ${what}`, () => this.seen.find(matches));

  hearReply = (id) => this.hear(`a reply to ${id}`, (activity) => activity.replyToId === id);

  leave() {
    this.line.end();
  }
}
