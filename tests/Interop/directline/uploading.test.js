import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitorToken } from '../support/api.js';
import { PICTURE } from '../support/picture.js';
import { Service } from '../support/service.js';
import { Shopper } from '../support/shopper.js';

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

const upload = async (body, headers = {}) => {
  const response = await fetch(`${service.directLine}/conversations/${shopper.conversationId}/upload?userId=shopper`, {
    method: 'POST',
    headers: { authorization: `Bearer ${shopper.line.token}`, ...headers },
    body,
  });
  assert.equal(response.status, 200);
  return (await response.json()).id;
};

const assertShown = async (id, name) => {
  const echo = await shopper.hear('the file', (activity) => activity.id === id);
  assert.deepEqual(echo.attachments.map((file) => [file.name, file.contentType]), [[name, 'image/png']]);
  const file = await fetch(echo.attachments[0].contentUrl);
  assert.equal(file.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), PICTURE);
  await shopper.hearReply(id);
  return echo;
};

// The client's own upload needs the XMLHttpRequest of a browser: see webchat/uploading.test.js.
test('A picture sent in the shape of the official client is shown to it and answered', async () => {
  const form = new FormData();
  const activity = { type: 'message', from: { id: 'shopper' }, attachments: [{ contentType: 'image/png', name: '坏了.png' }], channelData: { clientActivityID: 'picture-1' } };
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', new Blob([PICTURE], { type: 'image/png' }), '坏了.png');
  const echo = await assertShown(await upload(form), '坏了.png');
  assert.equal(echo.channelData.clientActivityID, 'picture-1');
});

test('A picture sent as the raw body is shown and answered', async () => {
  const id = await upload(PICTURE, { 'content-type': 'image/png', 'content-disposition': 'name="file"; filename="broken.png"' });
  await assertShown(id, 'broken.png');
});
