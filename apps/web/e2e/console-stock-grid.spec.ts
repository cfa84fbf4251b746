import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'

test('stock pasted from a spreadsheet fills the rows, a wrong one is named at its row, each change has its line, and one press takes all back', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t, press, open } = shopper
  const word = `grid${Date.now().toString(36)}`
  const goods = [await newGoods(4), await newGoods(6)]
  for (const { productId } of goods)
    await db.product.update({ where: { id: productId }, data: { nameEn: `Bowl ${word}`, nameKo: `대접 ${word}` } })
  const available = async () => {
    const rows = await db.stock.findMany({ where: { variantId: { in: goods.map(({ variantId }) => variantId) } } })
    return goods.map(({ variantId }) => rows.find(row => row.variantId === variantId)?.available)
  }
  await signInByApi(page.context().request, demoLogin('operations'))
  await open(`/admin/stock?q=${word}`)
  await press(page.getByRole('button', { name: t('adminCatalogue.stock.changeSeveral') }))
  await expectNoViolations(page, 'the grid of the stock')
  const fields = page.getByRole('textbox', { name: new RegExp(t('adminCatalogue.stock.newOnHand')) })
  await expect(fields).toHaveCount(2)
  const paste = (text: string) =>
    fields.first().evaluate((field, copied) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', copied)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  await paste('1\n2\n3')
  await expect(fields.nth(1)).toHaveValue('2')
  await expect(page.getByText(t('adminCatalogue.stock.pastedLeft', { count: 1 }))).toBeVisible()
  await press(page.getByRole('button', { name: t('adminCatalogue.undoPaste') }))
  await expect(fields.first()).toHaveValue('')

  await paste('+3\n1.5')
  await expect(page.getByText(t('adminCatalogue.stock.rowErrors.whole'))).toBeVisible()
  await page.getByLabel(t('adminCatalogue.stock.note'), { exact: true }).fill('counted at noon')
  const correct = page.locator('main form button[type=submit]').last()
  await press(correct)
  await expect(fields.nth(1)).toBeFocused()
  const before = await available()
  expect(before.toSorted()).toEqual([4, 6])

  await fields.nth(1).fill('2')
  await press(correct)
  await expect(page.getByText(t('adminCatalogue.stock.doneMany', { count: 2 }))).toBeVisible()
  await expect.poll(available).not.toEqual(before)
  const changed = await db.stockChange.findMany({
    where: { variantId: { in: goods.map(({ variantId }) => variantId) }, kind: 'counted' },
  })
  expect(changed.map(({ note }) => note)).toEqual(['counted at noon', 'counted at noon'])
  await press(page.getByRole('button', { name: t('adminCatalogue.undo'), exact: true }))
  await expect.poll(available).toEqual(before)
})
