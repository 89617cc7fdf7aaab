import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idsOf, repliesTo, transcript, visitorToken } from '../support/api.js';
import { Service } from '../support/service.js';
import { ConnectionStatus, Shopper } from '../support/shopper.js';

const MESSAGES = 60;

let service;
let shopper;
before(async () => {
  service = await Service.start();
  shopper = await Shopper.arrive({ domain: service.directLine, token: (await visitorToken(service)).token });
});
after(async () => {
  shopper.leave();
  await service.stop();
});

test('A service killed in the middle of the talk is back with everything it acknowledged, and so is its client by itself', async () => {
  const acknowledged = [];
  const talk = (async () => {
    for (let index = 0; index < MESSAGES; index++) {
      acknowledged.push(await shopper.say(`How long does delivery take? (${index})`));
    }
  })();
  await shopper.hear('the middle of the talk', (activity) => activity.text?.includes(`(${MESSAGES / 3})`));
  await service.kill();
  await service.restart();
  await talk;
  await shopper.hearReply(acknowledged.at(-1));

  const stored = await transcript(service, shopper.conversationId);
  const questions = stored.filter((activity) => activity.from.role === 'user');
  assert.deepEqual(idsOf(questions), acknowledged);
  assert.deepEqual(questions.map((activity) => activity.text), Array.from({ length: MESSAGES }, (_, index) => `How long does delivery take? (${index})`));
  assert.ok(acknowledged.every((id) => repliesTo(stored, id).length === 1));
  assert.deepEqual(idsOf(shopper.seen), idsOf(stored));
  assert.equal(shopper.status, ConnectionStatus.Online);
});
