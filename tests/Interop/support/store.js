import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ARTICLES = ['delivery-time', 'delivery-cost', 'express', 'return', 'return-policy', 'human'];

const MENU = `
- title: { en: Delivery, zh: 配送 }
  articles: [delivery-time, delivery-cost, express]
- title: { en: Returns and refunds, zh: 退换货与退款 }
  articles: [return-policy, return]
`;

/** A few articles of the demo store: a service that has less to learn starts sooner. */
export async function writeStore(program, folder) {
  const demo = join(program, 'Demo');
  await mkdir(folder);
  await cp(join(demo, 'store.yaml'), join(folder, 'store.yaml'));
  await writeFile(join(folder, 'menu.yaml'), MENU);
  for (const path of ['en', 'zh'].flatMap((locale) => ARTICLES.map((article) => `articles/${locale}/${article}.md`))) {
    await cp(join(demo, path), join(folder, path));
  }
}
