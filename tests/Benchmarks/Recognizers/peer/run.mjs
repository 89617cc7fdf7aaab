// Reads utterances as "culture<TAB>text" lines from a file and prints the time each one takes through the peer, in microseconds.
import { readFileSync } from 'node:fs';
import suite from '@microsoft/recognizers-text-suite';

const rounds = Number(process.argv[3] ?? 20);
const reference = new Date(2026, 10, 21, 10, 0, 0);
const utterances = readFileSync(process.argv[2], 'utf8').split('\n').filter(line => line.includes('\t')).map(line => line.split('\t'));

function recognise([culture, text]) {
  const name = culture === 'zh' ? 'zh-cn' : 'en-us';
  suite.recognizeNumber(text, name);
  suite.recognizeOrdinal(text, name);
  suite.recognizePercentage(text, name);
  suite.recognizeCurrency(text, name);
  suite.recognizeDateTime(text, name, undefined, reference);
  suite.recognizePhoneNumber(text, name);
  suite.recognizeEmail(text, name);
  suite.recognizeURL(text, name);
  suite.recognizeBoolean(text, name);
}

const start = process.hrtime.bigint();
recognise(utterances[0]);
const first = Number(process.hrtime.bigint() - start) / 1000;
for (const utterance of utterances) recognise(utterance);

const times = [];
for (let round = 0; round < rounds; round++) {
  for (const utterance of utterances) {
    const before = process.hrtime.bigint();
    recognise(utterance);
    times.push(Number(process.hrtime.bigint() - before) / 1000);
  }
}

console.log(JSON.stringify({ first, times }));
