import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openChat } from '../support/chat.js';
import { PICTURE } from '../support/picture.js';

let chat;
before(async () => { chat = await openChat('en-GB'); });
after(() => chat.close());

test('A picture is uploaded, shown once from our address, and acknowledged by the bot', async () => {
  await chat.shows('Hello!');
  await chat.page.locator('input[type=file]').setInputFiles({ name: '坏了.png', mimeType: 'image/png', buffer: PICTURE });
  await chat.say('It arrived broken');
  await chat.sent('It arrived broken');
  const [message] = await chat.activities((activity) => activity.attachments?.length > 0 && activity.id);
  assert.deepEqual(message.attachments.map((file) => [file.name, file.contentType]), [['坏了.png', 'image/png']]);
  const address = message.attachments[0].contentUrl;
  assert.ok(address.startsWith(`${chat.service.url}/files/`), address);
  await chat.showsPicture(address);
  await chat.answered('It arrived broken');
});
