// MiniSearch over the same articles and questions: reads the corpus file, prints one time in microseconds a question.
import { readFileSync } from 'node:fs'
import MiniSearch from 'minisearch'

const { articles, questions } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const han = /[\u3400-\u9fff]/u
const pairs = text => [...text].map((c, i, all) => all[i + 1] ? c + all[i + 1] : c)
const tokenize = text => han.test(text) ? pairs(text) : text.split(/[^\p{L}\p{N}]+/u)
const search = new MiniSearch({ fields: ['text'], tokenize })
search.addAll(articles.map((text, id) => ({ id, text })))
const ask = text => search.search(text).slice(0, 5)
for (const text of questions.slice(0, 20)) ask(text)
const times = questions.map(text => {
  const start = process.hrtime.bigint()
  ask(text)
  return Number(process.hrtime.bigint() - start) / 1000
})
console.log(JSON.stringify(times))
