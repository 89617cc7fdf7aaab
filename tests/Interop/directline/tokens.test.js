import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agedByAnHour } from '../support/aging.js';
import { call, visitorToken } from '../support/api.js';
import { hurrying } from '../support/hurry.js';
import { Service } from '../support/service.js';
import { ConnectionStatus, Shopper } from '../support/shopper.js';
import { until } from '../support/until.js';

const REFRESH_INTERVAL = 15 * 60 * 1000;

let service;
before(async () => { service = await Service.start(); });
after(() => service.stop());

const arrive = async (context, options = {}) => {
  const visitor = await visitorToken(service);
  const shopper = await Shopper.arrive({ domain: service.directLine, token: visitor.token, ...options });
  context.after(() => shopper.leave());
  return shopper;
};

test('The store makes a token for its user, and who speaks is that user whatever the message claims', async (context) => {
  const { token } = await call(service, 'POST', '/tokens/generate', { body: { user: { id: 'dl_ada', name: 'Ada' } } });
  const shopper = await Shopper.arrive({ domain: service.directLine, token });
  context.after(() => shopper.leave());
  assert.equal(shopper.line.parseToken(token), 'dl_ada');
  const id = await shopper.say('How long does delivery take?');
  const echo = await shopper.hear('the echo', (activity) => activity.id === id);
  assert.equal(echo.from.id, 'dl_ada');
  assert.equal((await shopper.hearReply(id)).recipient.id, 'dl_ada');
});

test("The client's own refresh, due every 15 minutes, gets a token that works", async (context) => {
  const shopper = await arrive(context, { scheduler: hurrying(REFRESH_INTERVAL) });
  const first = shopper.line.token;
  const fresh = await until('the client has a fresh token', () => shopper.line.token !== first && shopper.line.token);
  const read = await call(service, 'GET', `/conversations/${shopper.conversationId}/activities`, { bearer: fresh });
  assert.equal(read.status, 200);
});

test('An expired token is refused everywhere as 403 TokenExpired', async () => {
  const { token, conversationId } = await visitorToken(service);
  const expired = await agedByAnHour(token, service.folder);
  for (const [method, path] of [
    ['POST', '/conversations'],
    ['POST', '/tokens/refresh'],
    ['GET', `/conversations/${conversationId}`],
    ['GET', `/conversations/${conversationId}/activities`],
    ['POST', `/conversations/${conversationId}/activities`],
  ]) {
    const refused = await call(service, method, path, { bearer: expired });
    assert.deepEqual([refused.status, refused.error.code], [403, 'TokenExpired'], `${method} ${path}`);
  }
});

test('A polling client whose token expired says so, and goes on when the page gives it a fresh one', async (context) => {
  const shopper = await arrive(context, { webSocket: false });
  await shopper.hearReply(await shopper.say('How long does delivery take?'));
  const good = shopper.line.token;
  shopper.line.token = await agedByAnHour(good, service.folder);
  await shopper.reach(ConnectionStatus.ExpiredToken);
  assert.equal(await shopper.post({ type: 'message', text: 'lost?', from: { id: 'shopper' } }), 'retry');
  shopper.line.reconnect({ token: good, conversationId: shopper.conversationId });
  await shopper.hearReply(await shopper.say('What is your return policy?'));
});

test('A token for another conversation finds nothing there', async () => {
  const [one, other] = [await visitorToken(service), await visitorToken(service)];
  await call(service, 'POST', '/conversations', { bearer: other.token });
  const refused = await call(service, 'GET', `/conversations/${other.conversationId}/activities`, { bearer: one.token });
  assert.equal(refused.status, 404);
});
