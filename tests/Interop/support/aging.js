import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = Buffer.from('directline-token-key');
const KEY_BYTES = 32;

const sign = (content, key) => createHmac('sha256', key).update(content).digest('base64url');

/** The same token as the service would have made it an hour ago. Its key lies in the database, right behind its name. */
export async function agedByAnHour(token, folder) {
  const [header, payload, signature] = token.split('.');
  const key = (await keysIn(folder)).find((candidate) => sign(`${header}.${payload}`, candidate) === signature);
  const claims = JSON.parse(Buffer.from(payload, 'base64url'));
  const aged = Buffer.from(JSON.stringify({ ...claims, iat: claims.iat - 3600, exp: claims.exp - 3600 })).toString('base64url');
  return `${header}.${aged}.${sign(`${header}.${aged}`, key)}`;
}

async function keysIn(folder) {
  const keys = [];
  for (const name of ['supportbot.db', 'supportbot.db-wal']) {
    const bytes = await readFile(join(folder, name));
    for (let at = bytes.indexOf(NAME); at >= 0; at = bytes.indexOf(NAME, at + 1)) {
      keys.push(bytes.subarray(at + NAME.length, at + NAME.length + KEY_BYTES));
    }
  }
  return keys;
}
