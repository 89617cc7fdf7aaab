import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BotChannel } from '../support/channel.js';

const ELSEWHERE = 'https://elsewhere.example/';

let channel;
before(async () => { channel = await BotChannel.open(); });
after(() => channel.close());

const hourAgo = () => Math.floor(Date.now() / 1000) - 3600;

const tokens = {
  'no token': () => '',
  'something that is no token': () => 'secret',
  'a token for another bot': () => channel.authority.sign({ ...channel.claims, aud: 'another-bot' }),
  'a token of another issuer': () => channel.authority.sign({ ...channel.claims, iss: 'https://elsewhere.example' }),
  'an expired token': () => channel.authority.sign({ ...channel.claims, nbf: hourAgo() - 3600, exp: hourAgo() }),
  'a token that is not valid yet': () => channel.authority.sign({ ...channel.claims, nbf: hourAgo() + 7200, exp: hourAgo() + 9000 }),
  'a token signed by a stranger': () => channel.authority.sign(channel.claims, channel.authority.strangersKey),
  "a token under the Connector's key id signed by a stranger": () => channel.authority.sign(channel.claims, { ...channel.authority.strangersKey, kid: channel.authority.key.kid }),
  'a token for another service address': () => channel.authority.sign({ ...channel.claims, serviceurl: ELSEWHERE }),
};

const answersOf = async (message) => {
  const later = channel.message('What is your return policy?', { conversation: message.conversation });
  await channel.deliver(later);
  await channel.replies.receiveReply(later.id);
  return channel.replies.received.filter((call) => call.activityId === message.id);
};

for (const [what, token] of Object.entries(tokens)) {
  test(`A message with ${what} is 401 and never answered`, async () => {
    const message = channel.message('How long does delivery take?');
    assert.equal((await channel.deliver(message, { token: token() })).status, 401);
    assert.deepEqual(await answersOf(message), []);
  });
}

test('A key speaks only for the channels it is endorsed for', async () => {
  const { status } = await channel.deliver(channel.message('How long does delivery take?', { channelId: 'slack' }));
  assert.equal(status, 401);
});

test('No reply, and with it no token, goes to a host that is not allowed, however well the message is signed', async () => {
  const token = channel.authority.sign({ ...channel.claims, serviceurl: ELSEWHERE });
  const { status } = await channel.deliver(channel.message('How long does delivery take?'), { token, serviceUrl: ELSEWHERE });
  assert.equal(status, 400);
});

test('An activity without a type is 400', async () => {
  assert.equal((await channel.deliver(channel.message('hello', { type: undefined }))).status, 400);
});
