import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SHOPPER, openChat } from '../support/chat.js';

describe('Web Chat in English', () => {
  let chat;
  before(async () => { chat = await openChat('en-GB'); });
  after(() => chat.close());

  test('greets with suggested actions', async () => {
    await chat.shows('Hello!');
    assert.deepEqual(await chat.suggestions(), ['Delivery', 'Returns and refunds', 'Talk to a person']);
  });

  test('shows a message as sent and its answer below it', async () => {
    await chat.say('How long does delivery take?');
    await chat.shows('2 to 4 working days');
    await chat.sent('How long does delivery take?');
    const said = await chat.messages();
    assert.deepEqual(said.map(({ from }) => from), ['bot', SHOPPER, 'bot']);
    assert.match(said[2].text, /2 to 4 working days/);
  });

  test('sends a suggested action that is clicked, and shows its answer', async () => {
    const before = await chat.messages();
    await chat.choose('Express and same-day delivery');
    await chat.sent('Express and same-day delivery');
    await chat.showsCount(before.length + 2);
    const said = await chat.messages();
    assert.deepEqual(said.slice(-2).map(({ from }) => from), [SHOPPER, 'bot']);
    assert.match(said.at(-1).text, /next working day/);
  });

  test('keeps question and answer in order when questions come quickly', async () => {
    const asked = Array.from({ length: 6 }, (_, index) => `How long does delivery take to street ${index}?`);
    for (const question of asked) {
      await chat.say(question);
    }
    await chat.answered(asked.at(-1));
    assert.deepEqual((await chat.messages()).filter(({ text }) => asked.includes(text)).map(({ text }) => text), asked);
    for (const question of asked) {
      await chat.sent(question);
      await chat.answered(question);
    }
  });

  test('restores the whole conversation after a reload and goes on', async () => {
    const before = await chat.messages();
    await chat.page.reload();
    await chat.showsCount(before.length);
    assert.deepEqual(await chat.messages(), before);
    await chat.say('What is your return policy?');
    await chat.answered('What is your return policy?');
  });
});

describe('Web Chat in Chinese', () => {
  let chat;
  before(async () => { chat = await openChat('zh-CN'); });
  after(() => chat.close());

  test('greets and answers in Chinese', async () => {
    await chat.shows('港松生活');
    assert.ok((await chat.suggestions()).includes('配送'));
    await chat.say('多久能到？');
    await chat.shows('2–4 个工作日');
    await chat.sent('多久能到？');
  });
});
