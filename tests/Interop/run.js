// Runs every test, one file after another because services and browsers share few cores, and ends with "N passed, N failed".
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const here = import.meta.dirname;
const wanted = process.argv[2] ?? '';
const files = ['directline', 'webchat', 'botframework']
  .flatMap((folder) => readdirSync(join(here, folder)).filter((name) => name.endsWith('.test.js')).map((name) => join(here, folder, name)))
  .filter((file) => file.includes(wanted));

let passed = 0;
let failed = 0;
const isTest = (test) => test.details.type !== 'suite';
const tests = run({ files, concurrency: 1, timeout: 120_000 })
  .on('test:pass', (test) => { passed += isTest(test) && !test.skip && !test.todo ? 1 : 0; })
  .on('test:fail', (test) => { failed += isTest(test) ? 1 : 0; });

tests.compose(spec).on('end', () => {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}).pipe(process.stdout);
