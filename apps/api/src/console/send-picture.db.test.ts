import { readdir } from 'node:fs/promises'
import { operatorProductSchema } from '@makegood/core/catalogue/operator-views'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieOf } from '../testing/cookie-of.ts'
import { signInOperator } from '../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api, 'operations')
})
afterAll(() => api.stop())

const draw = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#5c7a6e' } })
type Sent = { version?: number; error?: { data: { shopCode: string; details: Record<string, unknown> } } }
const send = async (productId: string, body: Buffer | string, version = 1, as = operator) => {
  const answer = await fetch(`${api.url}/console/pictures?productId=${productId}&version=${version}`, {
    method: 'POST',
    headers: { origin: 'http://shop.test', cookie: cookieOf(as), 'content-type': 'image/jpeg' },
    body: body as BodyInit,
  })
  return { status: answer.status, body: (await answer.json()) as Sent }
}
const look = async (productId: string) =>
  operatorProductSchema.parse((await operator.query('admin.catalogue.get', { productId })).body.result?.data)
const files = () => readdir(api.api.env.UPLOADS_DIR).catch(() => [])

test('what is no picture, or more than one, or too much, is refused with its reason and leaves no file', async () => {
  const { productId } = await seedProductWithStock(api.db, { units: 1 })
  const jpeg = await draw(900, 1200).jpeg().toBuffer()
  const bomb = await draw(9000, 9000).png().toBuffer()
  const reasons: Record<string, Buffer | string> = {
    'not-a-picture': '<html><script>alert(1)</script></html>',
    'kind-not-taken': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
    'two-kinds': Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]),
    broken: jpeg.subarray(0, 600),
    'too-many-pixels': bomb,
    'too-small': await draw(300, 300).png().toBuffer(),
    'too-large': Buffer.alloc(10 * 1024 * 1024 + 1),
  }
  for (const [reason, body] of Object.entries(reasons)) {
    const { status, body: answer } = await send(productId, body)
    expect(`${status} ${answer.error?.data.details.reason}`).toBe(`400 ${reason}`)
  }
  expect((await send(productId, await draw(600, 750).gif().toBuffer())).body.error?.data.details.reason).toBe(
    'kind-not-taken',
  )
  expect(await files()).toEqual([])
  expect((await look(productId)).pictures).toEqual([])
})

test('whoever may not, and whoever saw an older version, adds none; no file stays behind', async () => {
  const { productId } = await seedProductWithStock(api.db, { units: 1 })
  const jpeg = await draw(900, 1200).jpeg().toBuffer()
  expect((await send(productId, jpeg, 1, await signInOperator(api, 'finance'))).status).toBe(403)
  const answer = await send(productId, jpeg, 2)
  expect(answer.body.error?.data.details).toMatchObject({ reason: 'product-changed', version: 1 })
  expect((await send('prd_none', jpeg)).status).toBe(404)
  expect(await files()).toEqual([])
})

test('a picture is drawn anew without what the camera wrote, in the widths that pages ask for, and served as nothing else', async () => {
  const { productId, slug } = await seedProductWithStock(api.db, { units: 1 })
  const body = await draw(2400, 1800)
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer()
  expect(body.toString('latin1')).toContain('secret place')
  expect((await send(productId, body)).body.version).toBe(2)
  const [picture] = (await look(productId)).pictures
  if (!picture) throw new Error('no picture was added')
  expect(picture).toMatchObject({
    width: 1400,
    height: 1750,
    path: expect.stringMatching(/^\/pictures\/uploads\/pic_/),
  })
  for (const [suffix, width] of [
    ['', 1400],
    ['-700', 700],
    ['-400', 400],
  ] as const) {
    const answer = await fetch(`${api.url}${picture.path.replace('.webp', `${suffix}.webp`)}`)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.toString('latin1')).not.toContain('secret place')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height: (width * 5) / 4 })
  }
  const shown = await operator.query('store.catalogue.get', { locale: 'en', slug })
  expect(shown.body.result?.data?.pictures).toMatchObject([{ path: picture.path, width: 1400 }])
  for (const file of [
    '../../etc/passwd',
    '..%2f..%2fpackage.json',
    'pic_x.webp',
    `${picture.path.slice(18, -5)}-900.webp`,
  ])
    expect((await fetch(`${api.url}/pictures/uploads/${file}`)).status, file).toBe(404)
})

test('pictures are put in order, get their texts, and are taken away; the file stays for orders that show it', async () => {
  const { productId } = await seedProductWithStock(api.db, { units: 1 })
  for (const [at, colour] of ['#111111', '#999999'].entries())
    await send(productId, await draw(900, 1200).tint(colour).png().toBuffer(), at + 1)
  const [one, two] = (await look(productId)).pictures
  if (!one || !two) throw new Error('two pictures were added')
  const savePictures = (version: number, pictures: readonly object[]) =>
    operator.mutate('admin.catalogue.savePictures', { productId, version, pictures })
  const words = { altKo: '옆에서', altEn: 'From the side' }
  expect((await savePictures(3, [{ id: two.id, ...words, altKo: '' }])).status).toBe(400)
  expect((await savePictures(3, [{ id: 'pic_other', ...words }])).status).toBe(404)
  expect(
    (
      await savePictures(3, [
        { id: two.id, ...words },
        { id: one.id, ...words },
      ])
    ).status,
  ).toBe(200)
  expect((await look(productId)).pictures.map(({ id, altEn }) => [id, altEn])).toEqual([
    [two.id, 'From the side'],
    [one.id, 'From the side'],
  ])
  expect((await savePictures(4, [{ id: one.id, ...words }])).status).toBe(200)
  expect((await look(productId)).pictures).toHaveLength(1)
  expect((await fetch(`${api.url}${two.path}`)).status).toBe(200)
})
