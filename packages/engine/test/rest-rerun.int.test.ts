import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, signingKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(client, [
    client.createFunction({ id: 'echo', triggers: [{ event: 'test/echo' }] }, async ({ event, step }) =>
      step.run('say', () => event.data.word),
    ),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const rerun = async (id: string | undefined, key?: string) => {
  const response = await fetch(`${engine.url}/v1/runs/${id}/rerun`, {
    method: 'POST',
    headers: { authorization: `Bearer ${signingKey}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
  })
  const body = (await response.json()) as { data?: { run_id: string }; error?: string }
  return { status: response.status, id: body.data?.run_id, error: body.error }
}
const endedRun = async () =>
  engine.ended((await app.client.send({ name: 'test/echo', data: { word: 'hello' } })).ids[0])

test('a rerun is a new run of the same function with the same event, and names the one it repeats', async () => {
  const first = await endedRun()
  const { status, id } = await rerun(first.run_id)
  expect(status).toBe(200)
  expect(id).not.toBe(first.run_id)
  await expect
    .poll(async () => ((await (await engine.get(`/v1/runs/${id}`)).json()) as { data: object }).data, {
      timeout: 8_000,
    })
    .toMatchObject({ status: 'Completed', output: 'hello', event_id: first.event_id, original_run_id: first.run_id })
})

test('ten requests with one key at the same time start one run, and all answer its id', async () => {
  const first = await endedRun()
  const answers = await Promise.all(Array.from({ length: 10 }, () => rerun(first.run_id, 'double-click')))
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([200]))
  expect(new Set(answers.map(answer => answer.id)).size).toBe(1)
  expect(await engine.runsOf(first.event_id)).toHaveLength(2)
  expect((await rerun(first.run_id, 'another click')).id).not.toBe(answers[0]?.id)
})

test('what cannot be run again is refused with the reason', async () => {
  expect(await rerun('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toMatchObject({ status: 404 })
  expect(await rerun('01ARZ3NDEKTSV4RRFFQ69G5FAV', ' ')).toMatchObject({ status: 400 })
  const first = await endedRun()
  await engine.database.query(`delete from engine.event where id = '${first.event_id}'`)
  expect(await rerun(first.run_id)).toMatchObject({ status: 409, error: expect.stringContaining('removed') })
})
