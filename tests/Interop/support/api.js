import { SECRET } from './service.js';

/** A plain call to Direct Line, where a test needs one beside the official client. */
export async function call(service, method, path, { bearer = SECRET, body } = {}) {
  const response = await fetch(service.directLine + path, {
    method,
    headers: { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, ...(await response.json()) };
}

/** A token for a visitor's page, as the store's page asks for it. */
export async function visitorToken(service) {
  const response = await fetch(`${service.url}/api/widget/token`, { method: 'POST' });
  return response.json();
}

/** Posts a message as the shopper. */
export const post = (service, conversationId, text) =>
  call(service, 'POST', `/conversations/${conversationId}/activities`, { body: { type: 'message', text, from: { id: 'shopper' } } });

/** Everything stored of a conversation that a client may see, in its order. */
export async function transcript(service, conversationId) {
  const all = [];
  let watermark = '';
  while (true) {
    const page = await call(service, 'GET', `/conversations/${conversationId}/activities?watermark=${watermark}`);
    if (page.activities.length === 0) {
      return all;
    }
    all.push(...page.activities);
    watermark = page.watermark;
  }
}

export const idsOf = (activities) => activities.map((activity) => activity.id);

export const repliesTo = (activities, id) => activities.filter((activity) => activity.replyToId === id && activity.type === 'message');
