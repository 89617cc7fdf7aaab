import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listen } from './listen.js';
import { SECRET } from './service.js';

const WEB_CHAT = join(import.meta.dirname, '../node_modules/botframework-webchat/dist/webchat.js');

const PAGE = `<!doctype html>
<html><head><meta charset="utf-8"><title>Store</title><style>html,body,#chat{height:100%;margin:0}</style></head>
<body><div id="chat"></div><script src="webchat.js"></script><script src="chat.js"></script></body></html>`;

/** A store's page with Web Chat on it, which keeps its conversation for a reload as the protocol's guide says. */
const script = (directLine, locale) => `
(async () => {
  const kept = JSON.parse(sessionStorage.getItem('conversation'));
  const { token, conversationId } = kept ?? await (await fetch('token', { method: 'POST' })).json();
  sessionStorage.setItem('conversation', JSON.stringify({ token, conversationId }));
  const line = WebChat.createDirectLine({ domain: '${directLine}', token, ...(kept && { conversationId }), conversationStartProperties: { locale: '${locale}' } });
  window.activities = [];
  const store = WebChat.createStore({}, () => (next) => (action) => {
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      window.activities.push(action.payload.activity);
    }
    return next(action);
  });
  WebChat.renderWebChat({ directLine: line, store, locale: '${locale}' }, document.getElementById('chat'));
})();`;

/** The store's own server: it serves the page and gets a token for it with the secret. */
export async function servePage(service, locale) {
  const answers = {
    '/': ['text/html', () => PAGE],
    '/webchat.js': ['text/javascript', () => readFile(WEB_CHAT)],
    '/chat.js': ['text/javascript', () => script(service.directLine, locale)],
    '/token': ['application/json', () => generateToken(service)],
  };
  return listen(async (request, response) => {
    const [type, answer] = answers[request.url] ?? ['text/plain', () => ''];
    response.setHeader('content-type', type).end(await answer());
  });
}

async function generateToken(service) {
  const response = await fetch(`${service.directLine}/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: 'dl_shopper' } }),
  });
  return response.text();
}
