import { expect, test, vi } from 'vitest'
import { createTestClock } from '../test-clock.ts'
import { createAppHealth } from './app-health.ts'

const url = 'http://127.0.0.1:3000/api/inngest'
const start = () => {
  const clock = createTestClock(0)
  const onMayCall = vi.fn<() => void>()
  return { clock, onMayCall, health: createAppHealth(clock, onMayCall) }
}

test('an app that cannot be reached gets one call at a time, at growing distances of up to a second', () => {
  const { clock, health, onMayCall } = start()
  const pauses: number[] = []
  for (let failures = 0; failures < 8; failures += 1) {
    health.calling(url)
    health.away(url)
    health.away(url)
    const from = clock.now()
    while (health.mustWait(url)) clock.moveBy(10)
    pauses.push(clock.now() - from)
  }
  expect(pauses).toEqual([50, 100, 200, 400, 800, 1_000, 1_000, 1_000])
  expect(onMayCall).toHaveBeenCalled()
  health.calling(url)
  expect(health.mustWait(url)).toBe(true)
  expect(health.mustWait('http://127.0.0.1:3001/api/inngest')).toBe(false)
})

test('others follow as soon as the app has taken a connection, and at the latest after a second', () => {
  const { clock, health, onMayCall } = start()
  health.away(url)
  clock.moveBy(50)
  health.calling(url)
  expect(health.mustWait(url)).toBe(true)
  health.reached(url)
  expect(health.mustWait(url)).toBe(false)
  health.calling(url)
  onMayCall.mockClear()
  clock.moveBy(1_000)
  expect(health.mustWait(url)).toBe(false)
  expect(onMayCall).toHaveBeenCalled()
})

test('that an app is away, and that it is back, is news once', () => {
  const { clock, health } = start()
  expect(health.answered(url)).toBe(false)
  expect([health.away(url), health.away(url)]).toEqual([true, false])
  clock.moveBy(1_000)
  expect(health.away(url)).toBe(false)
  expect([health.answered(url), health.answered(url)]).toEqual([true, false])
  expect(health.away(url)).toBe(true)
})

test('an address that takes connections and says that the app is away is tried ever more rarely', () => {
  const { clock, health } = start()
  for (let tries = 0; tries < 5; tries += 1) {
    while (health.mustWait(url)) clock.moveBy(10)
    health.calling(url)
    health.reached(url)
    health.away(url)
  }
  clock.moveBy(700)
  expect(health.mustWait(url)).toBe(true)
  health.answered(url)
  expect(health.mustWait(url)).toBe(false)
  expect(health.awayCount()).toBe(0)
})
