import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { listen, readText } from './listen.js';

export const ISSUER = 'https://api.botframework.com';
export const OUR_TOKEN = 'the-token-of-the-bot';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const newKey = () => ({ kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });

/** Stands for Microsoft's authorities: publishes the Connector's keys, signs its tokens, and gives the bot its own. */
export class Authority {
  key = newKey();
  strangersKey = newKey();
  tokenRequests = [];

  static async start(endorsements) {
    const authority = new Authority();
    const { kid, publicKey } = authority.key;
    const answers = {
      '/openid': () => ({ issuer: ISSUER, jwks_uri: `${authority.url}/keys`, id_token_signing_alg_values_supported: ['RS256'] }),
      '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements }] }),
      '/token': (form) => {
        authority.tokenRequests.push(Object.fromEntries(new URLSearchParams(form)));
        return { token_type: 'Bearer', expires_in: 3600, access_token: OUR_TOKEN };
      },
    };
    Object.assign(authority, await listen(async (request, response) => {
      const answer = answers[request.url](await readText(request));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    }));
    return authority;
  }

  /** A token as the Connector shows it, with some claims of one's own. */
  sign(claims, { kid, privateKey } = this.key) {
    const now = Math.floor(Date.now() / 1000);
    const content = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode({ iss: ISSUER, nbf: now, exp: now + 3600, ...claims })}`;
    return `${content}.${sign('sha256', content, privateKey).toString('base64url')}`;
  }
}
