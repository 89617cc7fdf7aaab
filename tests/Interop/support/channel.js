import { randomUUID } from 'node:crypto';
import connector from 'botframework-connector';
import { Authority } from './authority.js';
import { Connector } from './connector.js';
import { Service } from './service.js';

export const APP_ID = '5b1f7c1e-0000-4000-8000-00000000b077';
export const PASSWORD = 'password-of-the-bot';
export const CHANNEL = 'msteams';

class Credentials extends connector.ServiceClientCredentialsFactory {
  constructor(getToken) {
    super();
    this.getToken = getToken;
  }

  async createCredentials() {
    return {
      signRequest: async (request) => {
        const token = this.getToken();
        if (token) {
          request.headers.set('authorization', `Bearer ${token}`);
        }
        return request;
      },
    };
  }
}

/** A service registered with a channel: its Connector, its authority, and the official client that hands activities to the bot. */
export class BotChannel {
  static async open() {
    const [authority, replies] = [await Authority.start([CHANNEL]), await Connector.start()];
    const service = await Service.start({
      'BotFramework:AppId': APP_ID,
      'BotFramework:AppPassword': PASSWORD,
      'BotFramework:OpenIdMetadata': `${authority.url}/openid`,
      'BotFramework:TokenEndpoint': `${authority.url}/token`,
      'BotFramework:AllowedServiceHosts:0': '127.0.0.1',
    });
    return Object.assign(new BotChannel(), { authority, replies, service });
  }

  get claims() { return { aud: APP_ID, serviceurl: this.replies.url }; }

  message = (text, fields) => ({
    type: 'message',
    id: randomUUID(),
    text,
    channelId: CHANNEL,
    from: { id: '29:shopper', name: 'Ada' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `19:room|${randomUUID()}/general` },
    ...fields,
  });

  /** Hands the activity to the bot as the official client does, with a good token of the Connector if no other is given. */
  deliver(activity, { token = this.authority.sign(this.claims), serviceUrl = this.replies.url } = {}) {
    const client = connector.BotFrameworkAuthenticationFactory.create('', false, '', '', '', '', '', '', '', new Credentials(() => token), { requiredEndorsements: [] }).createBotFrameworkClient();
    return client.postActivity(APP_ID, APP_ID, `${this.service.url}/api/messages`, serviceUrl, activity.conversation.id, activity);
  }

  async close() {
    await this.service.stop();
    this.replies.close();
    this.authority.close();
  }
}
