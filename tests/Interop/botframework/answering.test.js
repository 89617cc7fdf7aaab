import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APP_ID, BotChannel, PASSWORD } from '../support/channel.js';

let channel;
before(async () => { channel = await BotChannel.open(); });
after(() => channel.close());

const assertAccepted = ({ status }) => assert.ok([200, 202].includes(status), `status ${status}`);

test('A message is accepted, and its answer arrives at the Connector as a reply to it', async () => {
  const message = channel.message('How long does delivery take?');
  assertAccepted(await channel.deliver(message));
  const { conversationId, activity } = await channel.replies.receiveReply(message.id);
  assert.equal(conversationId, message.conversation.id);
  assert.match(activity.text, /2 to 4 working days/);
  assert.equal(activity.replyToId, message.id);
  assert.deepEqual([activity.from.id, activity.recipient.id, activity.conversation.id], ['28:bot', '29:shopper', message.conversation.id]);
});

test('The bot shows a token that it got with its password, once for all replies', async () => {
  const messages = Array.from({ length: 5 }, () => channel.message('多久能到'));
  await Promise.all(messages.map((message) => channel.deliver(message)));
  for (const message of messages) {
    assert.match((await channel.replies.receiveReply(message.id)).activity.text, /2–4 个工作日/);
  }
  assert.deepEqual(channel.authority.tokenRequests, [
    { grant_type: 'client_credentials', client_id: APP_ID, client_secret: PASSWORD, scope: 'https://api.botframework.com/.default' },
  ]);
});

test('Answers of one conversation arrive in the order of its questions', async () => {
  const { conversation } = channel.message('');
  const messages = Array.from({ length: 8 }, (_, index) => channel.message(`How long does delivery take? (${index})`, { conversation }));
  for (const message of messages) {
    assertAccepted(await channel.deliver(message));
  }
  await channel.replies.receiveReply(messages.at(-1).id);
  const answered = channel.replies.received.filter((call) => call.conversationId === conversation.id).map((call) => call.activityId);
  assert.deepEqual(answered, messages.map((message) => message.id));
});

test('A message that is delivered twice is answered once', async () => {
  const message = channel.message('How long does delivery take?');
  assertAccepted(await channel.deliver(message));
  assertAccepted(await channel.deliver(message));
  const last = channel.message('What is your return policy?', { conversation: message.conversation });
  await channel.deliver(last);
  await channel.replies.receiveReply(last.id);
  assert.equal(channel.replies.received.filter((call) => call.activityId === message.id).length, 1);
});

test('expectReplies gets the answer in the response, and nothing goes to the Connector', async () => {
  const message = channel.message('How long does delivery take?', { deliveryMode: 'expectReplies' });
  const { status, body } = await channel.deliver(message);
  assert.equal(status, 200);
  assert.match(body.activities[0].text, /2 to 4 working days/);
  assert.equal(body.activities[0].replyToId, message.id);
  assert.ok(!channel.replies.received.some((call) => call.conversationId === message.conversation.id));
});

test('Somebody who joins is greeted', async () => {
  const joined = channel.message(undefined, { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: '29:shopper' }] });
  assertAccepted(await channel.deliver(joined));
  const { activity } = await channel.replies.receive('a greeting', (call) => call.conversationId === joined.conversation.id);
  assert.match(activity.text, /^Hello!/);
});

test('A request for a person reaches the channel as the hand-off event, after the words to the shopper', async () => {
  const message = channel.message('I want to talk to a person');
  assertAccepted(await channel.deliver(message));
  const { activity } = await channel.replies.receive('the hand-off', (call) => call.conversationId === message.conversation.id && call.activity.type === 'event');
  assert.equal(activity.name, 'handoff.initiate');
  const said = channel.replies.received.filter((call) => call.conversationId === message.conversation.id).map((call) => call.activity.type);
  assert.deepEqual(said, ['message', 'event']);
});

test('An invoke that nobody handles is 501', async () => {
  const { status } = await channel.deliver(channel.message(undefined, { type: 'invoke', name: 'composeExtension/query' }));
  assert.equal(status, 501);
});
