import { expect, test } from 'vitest'
import { createAnswerTimes } from './answer-times.ts'

test('a process that nobody has asked is not slow', () => {
  expect(createAnswerTimes().read()).toEqual({ answers: 0, answerP95Ms: 0 })
})

test('the 95th of 100 answers is told, however they came', () => {
  const times = createAnswerTimes()
  for (const ms of Array.from({ length: 100 }, (_, n) => ((n * 37) % 100) + 1)) times.note(ms)
  expect(times.read()).toEqual({ answers: 100, answerP95Ms: 95 })
})

test('what is older than a minute is forgotten, and a rush is kept within bounds', () => {
  let at = 0
  const times = createAnswerTimes(() => at)
  for (let n = 0; n < 50_000; n += 1) times.note(5000)
  expect(times.read()).toEqual({ answers: 50_000, answerP95Ms: 5000 })
  at = 61_000
  times.note(10)
  expect(times.read()).toEqual({ answers: 1, answerP95Ms: 10 })
})
