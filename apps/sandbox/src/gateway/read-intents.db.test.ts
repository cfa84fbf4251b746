import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargeParams, refusalOf, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const intents = () => sandbox.stripe().paymentIntents
const charge = (key: string) => intents().create({ ...chargeParams(key), metadata: { key } })

test('a search or an expansion that the sandbox does not know is refused, not guessed', async () => {
  expect(await refusalOf(intents().search({ query: "status:'succeeded'" }))).toMatchObject({ param: 'query' })
  expect(await refusalOf(intents().search({ query: "metadata['key']:'a' AND amount>1" }))).toMatchObject({
    param: 'query',
  })
  expect(await refusalOf(intents().list({ expand: ['data.customer'] }))).toMatchObject({ statusCode: 400 })
  expect(await refusalOf(intents().list({ limit: 101 }))).toMatchObject({ param: 'limit' })
  expect(await refusalOf(intents().list({ created: { gte: 1, lt: 2 } }))).toMatchObject({ code: 'parameter_unknown' })
})

test('intents are listed newest first, page by page, none twice and none of an earlier time', async () => {
  const made: string[] = []
  for (const n of [1, 2, 3, 4, 5]) made.unshift((await charge(`page${n}`)).id)
  const seen: string[] = []
  for (let after: string | undefined; ; after = seen.at(-1)) {
    const page = await intents().list({ limit: 2, ...(after === undefined ? {} : { starting_after: after }) })
    seen.push(...page.data.map(intent => intent.id))
    if (!page.has_more) break
  }
  expect(seen).toEqual(made)
  const nextSecond = Math.floor(Date.now() / 1000) + 1
  expect((await intents().list({ created: { gte: nextSecond } })).data).toEqual([])
  expect((await intents().list({ created: { gte: nextSecond - 60 }, limit: 100 })).data).toHaveLength(5)
})

test('an intent carries its charge where that is asked for, and its id where not', async () => {
  const { id, latest_charge } = await charge('expanded')
  await sandbox.stripe().refunds.create({ payment_intent: id, amount: 2000 })
  const expanded = { latest_charge: { id: latest_charge, amount_refunded: 2000 } }
  expect(await intents().retrieve(id)).toMatchObject({ latest_charge })
  expect(await intents().retrieve(id, { expand: ['latest_charge'] })).toMatchObject(expanded)
  expect((await intents().list({ limit: 1, expand: ['data.latest_charge'] })).data).toMatchObject([expanded])
})

test('an intent is found by its exact key, signs and all', async () => {
  const { id } = await charge(`it's \\ "odd"`)
  await charge(`it's \\ "odd" too`)
  const found = await intents().search({ query: `metadata['key']:'it\\'s \\\\ "odd"'` })
  expect(found.data.map(intent => intent.id)).toEqual([id])
  expect((await intents().search({ query: "metadata['key']:'nobody'" })).data).toEqual([])
})
