import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openIncident } from '@makegood/db/saga/open-incident'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'

let api: TestApi
let told: Set<string>
let text: string
beforeAll(async () => {
  api = await startTestApi()
  await bringTestOrder(api.db, 'CONFIRMED')
  await bringTestOrder(api.db, 'CANCELLED')
  await openIncident(api.db, { orderId: null, sagaId: 's', stepId: 't', kind: 'undo-failed', detail: 'x' })
  await fetch(`${api.url}/trpc/store.account.me`)
  text = await (await fetch(`${api.url}/metrics`)).text()
  told = new Set(Array.from(text.matchAll(/^# TYPE (\S+)/gm), match => match[1] ?? ''))
})
afterAll(() => api.stop())

const deploy = join(import.meta.dirname, '../../../../deploy')
const namesIn = (queries: string): readonly string[] => [
  ...new Set(Array.from(queries.matchAll(/\bmakegood_\w+/g), match => match[0].replace(/_(bucket|count|sum)$/, ''))),
]

test.each(['grafana/dashboard.json', 'prometheus/alerts.yml'])(
  '%s names only metrics that /metrics tells',
  async file => {
    const names = namesIn(await readFile(join(deploy, file), 'utf8'))
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter(name => !told.has(name))).toEqual([])
  },
)

test('every panel of the dashboard asks something, and no two stand in one place', async () => {
  const { panels } = JSON.parse(await readFile(join(deploy, 'grafana/dashboard.json'), 'utf8')) as {
    panels: { title: string; gridPos: { x: number; y: number }; targets: { expr: string }[] }[]
  }
  for (const { title, targets } of panels)
    expect(
      targets.every(({ expr }) => expr.includes('makegood_')),
      title,
    ).toBe(true)
  expect(new Set(panels.map(({ gridPos }) => `${gridPos.x},${gridPos.y}`)).size).toBe(panels.length)
})

test('orders, reservations, payments, times, answers and statements are told as they happened', () => {
  const metricOf = (metric: string) => Number(new RegExp(`^makegood_${metric} (\\S+)$`, 'm').exec(text)?.[1])
  expect(metricOf('orders_created_recent')).toBe(2)
  expect(metricOf('orders_confirmed_recent')).toBe(1)
  expect(metricOf('orders_cancelled_recent')).toBe(1)
  expect(metricOf('reservations_recent\\{outcome="ok"\\}')).toBe(2)
  expect(metricOf('payments_recent\\{outcome="ok"\\}')).toBe(1)
  expect(metricOf('order_processing_seconds\\{quantile="0.95"\\}')).toBeGreaterThan(0)
  expect(metricOf('http_request_duration_seconds_count\\{part="trpc",status="2xx"\\}')).toBe(1)
  expect(metricOf('db_query_duration_seconds_count')).toBeGreaterThan(5)
  expect(metricOf('circuit_open\\{outside="gateway"\\}')).toBe(0)
  expect(metricOf('engine_reachable')).toBe(0)
})
