import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { idsOf, post, transcript, visitorToken } from '../support/api.js';
import { Proxy } from '../support/proxy.js';
import { Service } from '../support/service.js';
import { ConnectionStatus, Shopper } from '../support/shopper.js';

let service;
let network;
let shopper;
before(async () => { service = await Service.start(); });
after(() => service.stop());
beforeEach(async () => {
  network = await Proxy.to(service.port);
  shopper = await Shopper.arrive({ domain: network.directLine, token: (await visitorToken(service)).token });
  await shopper.hear('the greeting', () => true);
});
afterEach(() => {
  shopper.leave();
  network.close();
});

const askFromElsewhere = async (count) => {
  const ids = [];
  for (let index = 0; index < count; index++) {
    ids.push((await post(service, shopper.conversationId, `delivery time ${index}`)).id);
  }
  return ids;
};

const assertNothingLostOrDoubled = async () =>
  assert.deepEqual(idsOf(shopper.seen), idsOf(await transcript(service, shopper.conversationId)));

test('What was said while the socket was cut is replayed exactly once and in order', async () => {
  await shopper.hearReply(await shopper.say('delivery time'));
  network.cut({ stayDown: true });
  const missed = await askFromElsewhere(30);
  network.mend();
  await shopper.hearReply(missed.at(-1));
  await assertNothingLostOrDoubled();
  assert.equal(shopper.status, ConnectionStatus.Online);
});

test('A socket cut again and again in the middle of the talk loses and doubles nothing', async () => {
  for (let round = 0; round < 3; round++) {
    const asked = askFromElsewhere(15);
    await shopper.hear('the beginning of a round', (activity) => activity.text === `delivery time ${round}`);
    network.cut();
    const [last] = (await asked).slice(-1);
    await shopper.hearReply(last);
  }
  await assertNothingLostOrDoubled();
});

test('A message sent while the network is down is sent again under its own id and stored once', async () => {
  network.cut({ stayDown: true });
  const said = shopper.say('How long does delivery take?');
  await askFromElsewhere(1);
  network.mend();
  const id = await said;
  await shopper.hearReply(id);
  const stored = await transcript(service, shopper.conversationId);
  assert.equal(stored.filter((activity) => activity.text === 'How long does delivery take?').length, 1);
  await assertNothingLostOrDoubled();
});
