import botbuilder from 'botbuilder';
import connector from 'botframework-connector';
import { OUR_TOKEN } from './authority.js';
import { listen } from './listen.js';
import { until } from './until.js';

/** Botbuilder's own server side of the Connector's REST API, which keeps what it receives. */
class Channel extends botbuilder.ChannelServiceHandlerBase {
  received = [];

  async authenticate(header) {
    if (header !== `Bearer ${OUR_TOKEN}`) {
      throw new botbuilder.StatusCodeError(401, 'This is not the token of the bot.');
    }
    return new connector.ClaimsIdentity([], true);
  }

  onSendToConversation = async (identity, conversationId, activity) => this.#keep({ conversationId, activity });

  onReplyToActivity = async (identity, conversationId, activityId, activity) => this.#keep({ conversationId, activityId, activity });

  #keep(call) {
    this.received.push(call);
    return { id: `channel-${this.received.length}` };
  }
}

export class Connector {
  #channel = new Channel();

  static async start() {
    const started = new Connector();
    const routes = [];
    const on = (method) => (path, handle) => routes.push({ method, path: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`), handle });
    new botbuilder.ChannelServiceRoutes(started.#channel).register({ post: on('POST'), put: on('PUT'), get: on('GET'), delete: on('DELETE') });
    return Object.assign(started, await listen((request, response) => route(routes, request, response)));
  }

  get received() { return this.#channel.received; }

  receive = (what, matches) => until(`the Connector receives ${what}`, () => this.received.find(matches));

  receiveReply = (activityId) => this.receive(`a reply to ${activityId}`, (call) => call.activityId === activityId);
}

// What botbuilder expects of the web server it registers its routes with.
function route(routes, request, response) {
  const found = routes.find(({ method, path }) => method === request.method && path.test(request.url));
  const params = Object.entries(request.url.match(found.path).groups).map(([name, value]) => [name, decodeURIComponent(value)]);
  request.params = Object.fromEntries(params);
  response.status = (status) => { response.statusCode = status; };
  response.send = (body) => response.write(JSON.stringify(body));
  found.handle(request, response, () => {});
}
