import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call, idsOf, transcript, visitorToken } from '../support/api.js';
import { SECRET, Service } from '../support/service.js';
import { ConnectionStatus, Shopper } from '../support/shopper.js';

let service;
let earlier;
before(async () => { service = await Service.start(); });
after(() => service.stop());

/** A visit that is over: what was heard in it, and what a page would have kept of it. */
beforeEach(async () => {
  const { token } = await visitorToken(service);
  const shopper = await Shopper.arrive({ domain: service.directLine, token });
  await shopper.hearReply(await shopper.say('How long does delivery take?'));
  await shopper.hearReply(await shopper.say('多久能到'));
  shopper.leave();
  earlier = { token, conversationId: shopper.conversationId, seen: shopper.seen, watermark: shopper.line.watermark };
});

for (const webSocket of [true, false]) {
  const transport = webSocket ? 'a WebSocket' : 'polling';

  test(`A reloaded page gets the whole history and can go on, over ${transport}`, async (context) => {
    const shopper = await Shopper.arrive({ domain: service.directLine, token: earlier.token, conversationId: earlier.conversationId, webSocket });
    context.after(() => shopper.leave());
    await shopper.hear('its last reply again', (activity) => activity.id === earlier.seen.at(-1).id);
    assert.deepEqual(shopper.seen, earlier.seen);
    await shopper.hearReply(await shopper.say('What is your return policy?'));
    assert.deepEqual(idsOf(shopper.seen), idsOf(await transcript(service, earlier.conversationId)));
  });

  test(`A client that kept its watermark gets only what is new, over ${transport}`, async (context) => {
    const { conversationId, watermark } = earlier;
    const shopper = await Shopper.arrive({ domain: service.directLine, token: earlier.token, conversationId, watermark, webSocket });
    context.after(() => shopper.leave());
    const id = await shopper.say('What is your return policy?');
    await shopper.hearReply(id);
    assert.deepEqual(idsOf(shopper.seen), idsOf(await transcript(service, conversationId)).slice(earlier.seen.length));
  });
}

test('A watermark reads on from where it was given', async () => {
  const path = `/conversations/${earlier.conversationId}/activities`;
  const whole = await call(service, 'GET', path);
  assert.deepEqual(whole.activities, earlier.seen);
  const nothing = await call(service, 'GET', `${path}?watermark=${whole.watermark}`);
  assert.deepEqual(nothing.activities, []);
  assert.equal(nothing.watermark, whole.watermark);
});

test('The secret takes up a conversation that a token began', async (context) => {
  const shopper = await Shopper.arrive({ domain: service.directLine, secret: SECRET, conversationId: earlier.conversationId });
  context.after(() => shopper.leave());
  await shopper.hear('the last reply', (activity) => activity.id === earlier.seen.at(-1).id);
  assert.deepEqual(shopper.seen, earlier.seen);
});

test('A conversation that does not exist fails for the client at once', async () => {
  const shopper = new Shopper({ domain: service.directLine, secret: SECRET, conversationId: 'nobody-ever-began-this' });
  await shopper.reach(ConnectionStatus.FailedToConnect);
});
