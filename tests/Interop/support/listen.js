import { once } from 'node:events';
import { createServer } from 'node:http';

/** Serves on a free port of the loopback. */
export async function listen(handle) {
  const server = createServer(handle).listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export async function readText(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
  }
  return text;
}
