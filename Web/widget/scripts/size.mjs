// Fails the build when a bundle outgrows what a store's page may be asked to load.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const output = new URL('../../../BotService/wwwroot/widget/', import.meta.url);
const limits = { 'supportbot.js': 8 * 1024, 'panel.js': 40 * 1024 };

for (const [file, limit] of Object.entries(limits)) {
  const size = gzipSync(readFileSync(new URL(file, output)), { level: 9 }).length;
  console.log(`${file}: ${size} of ${limit} bytes gzip`);
  if (size > limit) {
    console.error(`${file} is ${size - limit} bytes over its limit.`);
    process.exitCode = 1;
  }
}
