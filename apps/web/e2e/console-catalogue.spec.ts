import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations, expectSoundPage } from './fixtures/page-checks.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

// What these tests send to be refused.
test.use({
  expectedComplaints: [/status of 4(00|09) .*\/(trpc\/admin\.(catalogue|stock)|console\/)/],
})

const openAs = async (
  { page, open }: Shopper,
  role: 'operations' | 'finance' | 'support',
  path: string,
): Promise<void> => {
  await signInByApi(page.context().request, demoLogin(role))
  await open(path)
}

/** Bright pictures would be large: one colour is enough for what is looked at here. */
const drawPicture = async (page: Shopper['page'], width: number, height: number): Promise<Buffer> => {
  const address = await page.evaluate(
    ([across, down]) => {
      const canvas = document.createElement('canvas')
      canvas.width = across
      canvas.height = down
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('nothing to draw with')
      pen.fillStyle = '#5c7a6e'
      pen.fillRect(0, 0, across, down)
      return canvas.toDataURL('image/jpeg')
    },
    [width, height] as const,
  )
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

test('of a file of 1,000 products with 7 bad lines 993 go in and 7 are named, and nothing before it is said', async ({
  shopper,
  db,
}) => {
  const { page, t, press, language } = shopper
  const mark = `e2e${language}${Date.now().toString(36)}`
  const line = (n: number) => `${mark}-${n},${mark}-${n},bowls,대접 ${n},Bowl ${n},기본,One size,${10_000 + n},3`
  const lines = Array.from({ length: 1000 }, (_, n) => line(n))
  for (const n of [3, 150, 400]) lines[n] = line(n).replace(`${10_000 + n}`, '"12,000"')
  for (const n of [500, 999]) lines[n] = line(n).replace('bowls', 'nowhere')
  lines[700] = line(699)
  lines[800] = line(800).replace(',대접 800', ',')
  const text = ['product,sku,category,name_ko,name_en,option_ko,option_en,price,available_new', ...lines].join('\n')
  const ofFile = { slug: { startsWith: `${mark}-` } }

  await openAs(shopper, 'operations', '/admin/products/import')
  await expectSoundPage(shopper, 'the import')
  await page.getByLabel(t('adminCatalogue.importing.file')).setInputFiles({
    name: 'bowls.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await press(page.getByRole('button', { name: t('adminCatalogue.importing.look') }))
  const apply = page.getByRole('button', { name: t('adminCatalogue.importing.apply', { count: 993 }) })
  await expect(apply).toBeVisible()
  const bad = page.getByRole('region', { name: t('adminCatalogue.importing.badTitle') })
  await expect(bad).toContainText(t('adminCatalogue.importing.problems.bad-price'))
  await expect(bad).toContainText(t('adminCatalogue.importing.problems.no-such-category'))
  await expect(bad).toContainText(t('adminCatalogue.importing.problems.sku-twice'))
  expect(await db.product.count({ where: ofFile })).toBe(0)
  const download = page.waitForEvent('download')
  await press(page.getByRole('button', { name: t('adminCatalogue.importing.download') }))
  expect((await download).suggestedFilename()).toBe('bad-lines.csv')
  await expectNoViolations(page, 'the preview')

  await press(apply)
  await expect(page.getByText(t('adminCatalogue.importing.applied', { name: 'bowls.csv' }))).toBeVisible()
  expect(await db.product.count({ where: ofFile })).toBe(993)
  await db.product.updateMany({ where: ofFile, data: { published: false, archivedAt: new Date() } })
})

test('a new price reaches the shop, is undone with one press, and who saved later is told what differs', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press, open, language } = shopper
  const goods = await newGoods(4)
  await openAs(shopper, 'operations', `/admin/products/${goods.productId}`)
  await expectSoundPage(shopper, 'a product')
  const price = page.getByLabel(t('adminCatalogue.price'))
  const save = page.getByRole('button', { name: t('adminCatalogue.save'), exact: true })
  await price.fill('2800')
  await press(save)
  await expect(page.getByText(wonText(2_800n, language)).first(), 'a digit less is asked for twice').toBeVisible()
  expect(await db.product.findUnique({ where: { id: goods.productId } })).toMatchObject({ version: 1 })
  await price.fill('31,000')
  await press(save)
  await expect(page.getByText(t('adminCatalogue.errors.price'))).toBeVisible()
  await price.fill('31000')
  await press(save)
  await expect(page.getByText(t('adminCatalogue.saved'))).toBeVisible()
  const shop = await page.context().newPage()
  const address = language === 'ko' ? `/products/${goods.slug}` : `/en/products/${goods.slug}`
  // A shop's pages learn of a change within seconds, and the page that is open stays as it is.
  const seeInShop = (priceMinor: bigint) =>
    expect(async () => {
      await shop.goto(address)
      await expect(shop.getByText(wonText(priceMinor, language)).first()).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
  await seeInShop(31_000n)

  await press(page.getByRole('button', { name: t('adminCatalogue.undo') }))
  await expect(price).toHaveValue('28000')
  await seeInShop(28_000n)
  await shop.close()

  const mine = page.getByLabel(t('adminCatalogue.nameEn'))
  await mine.fill('Mine')
  await db.product.update({ where: { id: goods.productId }, data: { nameEn: 'Theirs', version: { increment: 1 } } })
  await press(save)
  const notice = page.getByRole('alert').filter({ hasText: t('adminCatalogue.conflict.title') })
  await expect(notice).toContainText('Theirs')
  await expect(mine, 'nothing typed is lost').toHaveValue('Mine')
  await press(notice.getByRole('button', { name: t('adminCatalogue.conflict.keepMine') }))
  await expect.poll(async () => (await db.product.findUnique({ where: { id: goods.productId } }))?.nameEn).toBe('Mine')
  await open('/admin/products')
  await expectSoundPage(shopper, 'the products')
})

test('prices copied from a spreadsheet fill the rows, a wrong one is named at its row, and pasting is undone with one press', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(4)
  await openAs(shopper, 'operations', `/admin/products/${goods.productId}`)
  const sku = page.getByLabel(t('adminCatalogue.sku'))
  const price = page.getByLabel(t('adminCatalogue.price'))
  const kept = await sku.inputValue()
  const paste = (text: string) =>
    sku.first().evaluate((field, copied) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', copied)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  await paste(`${kept}\t₩29,000\n${kept}-2\t31.5`)
  await expect(price.first()).toHaveValue('29000')
  await expect(price.nth(1)).toHaveValue('31.5')
  await press(page.getByRole('button', { name: t('adminCatalogue.save'), exact: true }))
  await expect(page.getByText(t('adminCatalogue.errors.price'))).toHaveCount(1)
  expect(await db.product.findUnique({ where: { id: goods.productId } })).toMatchObject({ version: 1 })
  await press(page.getByRole('button', { name: t('adminCatalogue.undoPaste') }))
  await expect(price).toHaveCount(1)
  await expect(price).toHaveValue('28000')
})

test('a picture is shown in the shop; a drawing with scripts and one that is too small are refused with a sentence', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press } = shopper
  const goods = await newGoods(4)
  await openAs(shopper, 'operations', `/admin/products/${goods.productId}`)
  const file = page.getByLabel(t('adminCatalogue.pictures.file'))
  const add = page.getByRole('button', { name: t('adminCatalogue.pictures.add') })
  const send = async (name: string, mimeType: string, buffer: Buffer) => {
    await file.setInputFiles({ name, mimeType, buffer })
    await press(add)
  }
  await send('bowl.jpg', 'image/jpeg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))
  await expect(page.getByText(t('adminCatalogue.pictures.refusals.kind-not-taken'))).toBeVisible()
  await send('bowl.jpg', 'image/jpeg', await drawPicture(page, 200, 250))
  await expect(page.getByText(t('adminCatalogue.pictures.refusals.too-small'))).toBeVisible()
  expect(await db.picture.count({ where: { productId: goods.productId } })).toBe(0)
  await send('bowl.jpg', 'image/jpeg', await drawPicture(page, 1000, 1300))
  await expect(page.getByRole('group', { name: t('adminCatalogue.pictures.picture', { number: 1 }) })).toBeVisible()
  const [picture] = await db.picture.findMany({ where: { productId: goods.productId } })
  if (!picture) throw new Error('no picture was added')
  expect(picture).toMatchObject({ width: 800, height: 1000 })
  const shown = await page.request.get(picture.path)
  expect(shown.headers()).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' })
})

test('stock is corrected with its reason and its line in the ledger, and never below what is for sale', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press, open } = shopper
  const goods = await newGoods(4)
  await openAs(shopper, 'operations', `/admin/stock/${goods.variantId}`)
  await expectSoundPage(shopper, 'a stock')
  const correct = async (kind: string, amount: string) => {
    await page.getByLabel(t('adminCatalogue.stock.kind'), { exact: true }).selectOption(kind)
    await page.getByLabel(t('adminCatalogue.stock.amount'), { exact: true }).fill(amount)
    await page.getByLabel(t('adminCatalogue.stock.note'), { exact: true }).fill('from the kiln')
    await press(page.getByRole('button', { name: t('adminCatalogue.stock.do'), exact: true }))
  }
  await correct('broken', '5')
  await expect(page.getByText(t('adminCatalogue.stock.not-so-many', { available: 4 }))).toBeVisible()
  await correct('received', '6')
  const ledger = page.getByRole('region', { name: t('adminCatalogue.stock.ledger') })
  await expect(ledger).toContainText('4 → 10')
  await expect(ledger).toContainText('from the kiln')
  expect(await db.stock.findUnique({ where: { variantId: goods.variantId } })).toMatchObject({ available: 10 })
  expect(await db.auditEntry.count({ where: { subject: goods.variantId, action: 'stock.correct' } })).toBe(1)
  await open('/admin/stock?low=1')
  await expectSoundPage(shopper, 'what runs low')
})

test('support reads the catalogue; what it may not do says who may', async ({ shopper, newGoods, db }) => {
  const { page, t } = shopper
  const goods = await newGoods(4)
  await openAs(shopper, 'support', `/admin/products/${goods.productId}`)
  await page.getByLabel(t('adminCatalogue.nameEn')).fill('Not mine to say')
  const save = page.getByRole('button', { name: t('adminCatalogue.save'), exact: true })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await save.focus()
  await expect(page.getByRole('tooltip').filter({ hasText: 'admin' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  expect(await db.product.findUnique({ where: { id: goods.productId } })).toMatchObject({ version: 1 })
})

test('on a phone a long list begins with its first rows, each in few lines, and has the others at a press', async ({
  shopper,
}) => {
  const { page, t, press } = shopper
  await page.setViewportSize({ width: 390, height: 844 })
  await openAs(shopper, 'operations', '/admin/stock')
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('dl') })
  await expect(rows).toHaveCount(20)
  expect((await rows.first().boundingBox())?.height).toBeLessThan(150)
  await press(page.getByRole('button', { name: t('admin.moreRows', { count: 30 }) }))
  await expect(rows).toHaveCount(50)
  await expect(rows.nth(20).locator(':focus')).toHaveCount(1)
})
