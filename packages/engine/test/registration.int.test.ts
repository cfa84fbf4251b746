import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { done, type RawApp, startRawApp } from './raw-app.ts'

let raw: RawApp

beforeAll(async () => {
  raw = await startRawApp()
})

afterAll(() => raw.close())

test('a registration with an option that the engine cannot honour is refused with function, option and reason', async () => {
  const refused: [object, RegExp][] = [
    [{ debounce: { period: 'soon' } }, /Function raw-go: option debounce.period is refused: "soon" is no duration/],
    [{ batchEvents: { maxSize: 5, timeout: '1s' }, debounce: { period: '1s' } }, /option batchEvents is refused/],
    [{ triggers: [{ cron: '* * * * *', jitter: '5s' }] }, /option cron jitter is refused: this engine fires on time/],
    [{ cancel: [{ event: 'x', if: 'async.data.' }] }, /option cancelOn if/],
    [{ timeouts: { finish: 'soon' } }, /option timeouts.finish/],
    [{ idempotency: 'event.data.(' }, /option idempotency is refused: "event.data.\(" is no CEL/],
    [{ triggers: [{ event: 'a*b' }] }, /a \* may only stand at the end/],
    [{ triggers: [{ cron: 'every day' }] }, /option cron is refused/],
    [{ steps: {} }, /option steps.step is not valid/],
    [{ concurrency: [{ limit: -1 }] }, /option concurrency.0.limit is not valid/],
    [{ throttle: { limit: 1, period: '1s', sliding: true } }, /option throttle is not valid: .*"sliding"/],
    [{ sandbox: { image: 'x' } }, /option sandbox is refused: this engine does not know it/],
    [{ triggers: [{ event: 'inngest/deferred.schedule' }] }, /option trigger is refused: this engine runs no deferred/],
  ]
  for (const [options, reason] of refused) {
    const response = await raw.register(options)
    const body = (await response.json()) as { error: string }
    expect([response.status, body.error]).toEqual([400, expect.stringMatching(reason)])
  }
  expect(await raw.run(() => done('still there'))).toMatchObject({ output: 'still there' })
})

test('a function whose id another app has is refused, with its id', async () => {
  expect((await raw.register({})).status).toBe(200)
  const response = await raw.register({}, [{ event: 'test/go' }], 'other')
  expect(await response.json()).toMatchObject({
    error: 'Function raw-go: option id is refused: a function of another app has it',
    status: 400,
  })
})

test('a function with a schedule runs at its time with the real server’s event', async () => {
  let seen: Record<string, unknown> | undefined
  raw.answer = call => {
    seen ??= call.body.event as Record<string, unknown>
    return done('ok')
  }
  await raw.register({}, [{ cron: 'TZ=Asia/Seoul * * * * * *' }])
  await vi.waitFor(() => expect(seen).toBeDefined(), { timeout: 5_000, interval: 10 })
  await raw.register({})
  const { data, id, name, ts } = seen as { data: Record<string, string>; id: string; name: string; ts: number }
  const at = new Date(ts).toISOString().replace('.000Z', 'Z')
  expect({ data, id, name }).toEqual({
    data: { cron: 'TZ=Asia/Seoul * * * * * *', fireAt: at, scheduledAt: at },
    id: at,
    name: 'inngest/scheduled.timer',
  })
  const twice = await raw.database.query(
    `select e.external_id from engine.event e where name = 'inngest/scheduled.timer' group by 1 having count(*) > 1`,
  )
  expect(twice).toEqual([])
})

test('an unknown path, method or run is answered with a clear error', async () => {
  const answers = await Promise.all(
    ['/nope', '/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/v1/runs?limit=0', '/v1/runs?limit=x'].map(path =>
      fetch(raw.engine.url + path),
    ),
  )
  expect(answers.map(response => response.status)).toEqual([404, 404, 400, 400])
  expect((await fetch(`${raw.engine.url}/fn/register`, { method: 'POST', body: '{"broken' })).status).toBe(400)
  expect((await fetch(`${raw.engine.url}/fn/register`, { method: 'POST', body: '[]' })).status).toBe(400)
})
