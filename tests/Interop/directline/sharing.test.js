import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { idsOf, transcript, visitorToken } from '../support/api.js';
import { SECRET, Service } from '../support/service.js';
import { ConnectionStatus, Shopper } from '../support/shopper.js';
import { until } from '../support/until.js';

let service;
let phone;
let desktop;
before(async () => { service = await Service.start(); });
after(() => service.stop());

/** One shopper with the same conversation open twice. */
beforeEach(async () => {
  const { token } = await visitorToken(service);
  phone = await Shopper.arrive({ domain: service.directLine, token });
  desktop = await Shopper.arrive({ domain: service.directLine, token, conversationId: phone.conversationId });
  await desktop.hear('the greeting', () => true);
});
afterEach(() => {
  phone.leave();
  desktop.leave();
});

test('Both sockets of a conversation get everything that either says', async () => {
  const first = await phone.say('How long does delivery take?');
  const second = await desktop.say('What is your return policy?');
  for (const client of [phone, desktop]) {
    await client.hearReply(first);
    await client.hearReply(second);
    assert.deepEqual(idsOf(client.seen), idsOf(await transcript(service, phone.conversationId)));
  }
});

test('Both opened on one stream URL get everything', async (context) => {
  const third = new Shopper({ domain: service.directLine, token: phone.line.token, conversationId: phone.conversationId, streamUrl: phone.line.streamUrl });
  context.after(() => third.leave());
  const id = await phone.say('How long does delivery take?');
  await third.hearReply(id);
  assert.deepEqual(idsOf(third.seen), idsOf(await transcript(service, phone.conversationId)));
});

test('Typing is shown to the other and kept nowhere', async () => {
  await phone.post({ type: 'typing', from: { id: 'shopper' } });
  await desktop.hear('typing', (activity) => activity.type === 'typing');
  assert.ok(!(await transcript(service, phone.conversationId)).some((activity) => activity.type === 'typing'));
});

test('The end of the conversation reaches both', async () => {
  await phone.post({ type: 'endOfConversation', code: 'userCancelled', from: { id: 'shopper' } });
  const heard = await desktop.hear('the end', (activity) => activity.type === 'endOfConversation');
  assert.equal(heard.code, 'userCancelled');
});

test('A client that ends hears no more, and the other goes on', async () => {
  phone.leave();
  assert.equal(phone.status, ConnectionStatus.Ended);
  const before = phone.seen.length;
  await desktop.hearReply(await desktop.say('How long does delivery take?'));
  assert.equal(phone.seen.length, before);
  await assert.rejects(phone.post({ type: 'message', text: 'still here?', from: { id: 'shopper' } }), /ended/);
});

test('A session id is given to whoever asks with credentials', async () => {
  const owner = await Shopper.arrive({ domain: service.directLine, secret: SECRET });
  assert.ok(await until('there is a session id', () => owner.line.getSessionId().toPromise()));
  owner.leave();
});
