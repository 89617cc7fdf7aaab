import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SECRET, Service } from '../support/service.js';
import { Shopper } from '../support/shopper.js';
import { idsOf, transcript, visitorToken } from '../support/api.js';

let service;
before(async () => { service = await Service.start(); });
after(() => service.stop());

const credentials = {
  'the secret': async () => ({ secret: SECRET }),
  "a visitor's token": async () => ({ token: (await visitorToken(service)).token }),
};

for (const [transport, webSocket] of [['polling', false], ['a WebSocket', true]]) {
  for (const [credential, get] of Object.entries(credentials)) {
    describe(`The official client with ${credential}, over ${transport}`, () => {
      let shopper;
      before(async () => {
        shopper = await Shopper.arrive({ domain: service.directLine, webSocket, ...await get(), conversationStartProperties: { locale: 'en-GB' } });
      });
      after(() => shopper.leave());

      test('is greeted in the language it started with', async () => {
        const greeting = await shopper.hear('a greeting', (activity) => activity.from.role === 'bot');
        assert.match(greeting.text, /^Hello!/);
        assert.equal(greeting.replyToId, undefined);
        assert.ok(greeting.suggestedActions.actions.some((action) => action.title === 'Delivery'));
      });

      test('gets the echo of its message and then the answer to it', async () => {
        const id = await shopper.say('How long does delivery take?');
        const reply = await shopper.hearReply(id);
        assert.match(reply.text, /2 to 4 working days/);
        const echo = shopper.seen.find((activity) => activity.id === id);
        assert.equal(echo.text, 'How long does delivery take?');
        assert.ok(echo.channelData.clientActivityID);
        assert.ok(shopper.seen.indexOf(echo) < shopper.seen.indexOf(reply));
      });

      test('is answered in Chinese when it asks in Chinese', async () => {
        const reply = await shopper.hearReply(await shopper.say('多久能到'));
        assert.equal(reply.locale, 'zh');
        assert.match(reply.text, /2–4 个工作日/);
      });

      test('gets every answer to a burst of questions, in the order of the transcript', async () => {
        const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => shopper.say(`How long does delivery take to house ${index}?`)));
        for (const id of ids) {
          await shopper.hearReply(id);
        }
        assert.deepEqual(idsOf(shopper.seen), idsOf(await transcript(service, shopper.conversationId)));
        const order = shopper.seen.map((activity) => activity.channelData['webchat:sequence-id']);
        assert.deepEqual(order, order.toSorted((one, other) => one - other));
        const times = shopper.seen.map((activity) => activity.timestamp);
        assert.deepEqual(times, [...new Set(times)].toSorted());
      });
    });
  }
}
