import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openChat } from '../support/chat.js';
import { PICTURE } from '../support/picture.js';

let chat;
before(async () => { chat = await openChat('en-GB'); });
after(() => chat.close());

test('A picture is uploaded, shown once, acknowledged by the bot, and there again after a reload', async () => {
  await chat.shows('Hello!');
  await chat.attach({ name: '坏了.png', mimeType: 'image/png', buffer: PICTURE });
  await chat.say('It arrived broken');
  await chat.sent('It arrived broken');
  const [message] = await chat.activities((activity) => activity.attachments?.length > 0 && activity.id);
  assert.deepEqual(message.attachments.map((file) => [file.name, file.contentType]), [['坏了.png', 'image/png']]);
  const address = message.attachments[0].contentUrl;
  assert.ok(address.startsWith(`${chat.service.url}/files/`), address);
  const bytes = await chat.page.evaluate(async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())], address);
  assert.deepEqual(Buffer.from(bytes), PICTURE);
  await chat.showsPicture('坏了.png');
  await chat.answered('It arrived broken');
  const before = await chat.messages();
  await chat.page.reload();
  await chat.showsCount(before.length);
  await chat.showsPicture('坏了.png');
});
