import { cards } from './fixtures/sandbox.ts'
import { parcel } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const asked = ['email', 'recipient', 'phone', 'postcode', 'address1'] as const
type Asked = (typeof asked)[number]

const inputOf = ({ page, t }: Shopper, name: Asked) => page.getByLabel(t(`checkout.fields.${name}`), { exact: true })

/** What stands beside a field as its fault, read the way a screen reader does. */
const faultOf = async (shopper: Shopper, name: Asked) => {
  const input = inputOf(shopper, name)
  await expect(input).toHaveAttribute('aria-invalid', 'true')
  return await input.evaluate(field =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}

const openCheckout = async (shopper: Shopper, variantId: string) => {
  await shopper.api.store.cart.addLine.mutate({ locale: 'en', variantId, quantity: 1 })
  await shopper.open('/checkout')
  await expect(inputOf(shopper, 'email')).toBeVisible()
}

test('an empty form names every field that is needed beside it and leads to the first; nothing is ordered', async ({
  shopper,
  newGoods,
  db,
}) => {
  const goods = await newGoods(1)
  await openCheckout(shopper, goods.variantId)
  await shopper.press(shopper.buyButton(goods.priceMinor))
  await expect(inputOf(shopper, 'email')).toBeFocused()
  for (const name of asked) expect(await faultOf(shopper, name)).toContain(shopper.t(`checkout.faults.${name}.missing`))
  await expect(shopper.page.getByText(shopper.t('pay.faults.number.missing'))).toBeVisible()
  expect(await db.orderLine.count({ where: { variantId: goods.variantId } })).toBe(0)
})

const wrong: readonly (readonly [string, Asked, string])[] = [
  ['no address', 'email', 'nobody@nowhere'],
  ['far too long', 'recipient', '가'.repeat(5_000)],
  ['no number', 'phone', 'call me maybe'],
  ['a landline', 'phone', '02-123-4567'],
  ['an old postcode', 'postcode', '137-070'],
  ['a script', 'postcode', '<script>alert(1)</script>'],
  ['emoji', 'phone', '📞📞📞📞📞📞📞📞'],
]

for (const [what, name, value] of wrong)
  test(`${what} as ${name} is told beside the field, nothing else is lost, and mending it clears the words`, async ({
    shopper,
    newGoods,
  }) => {
    const goods = await newGoods(1)
    await openCheckout(shopper, goods.variantId)
    await shopper.fillParcel()
    await shopper.fillCard(cards.pays)
    await inputOf(shopper, name).fill(value)
    await shopper.press(shopper.buyButton(goods.priceMinor))
    await expect(inputOf(shopper, name)).toBeFocused()
    expect((await faultOf(shopper, name)).trim()).not.toBe('')
    await expect(inputOf(shopper, name)).toHaveValue(value)
    await expect(shopper.page.getByLabel(shopper.t('pay.fields.number'), { exact: true })).toHaveValue(cards.pays)
    await inputOf(shopper, name).fill(parcel[name])
    await expect(inputOf(shopper, name)).not.toHaveAttribute('aria-invalid', 'true')
  })

const people = [
  '남궁 민수',
  'Zoë O’Brien-Ng',
  '山田 太郎',
  'محمد علي',
  '<img src=x onerror=alert(1)>',
  '🏺 Kim',
  "Robert'); drop table --",
]

test('every alphabet is a name, and what looks like a script is only text on every page', async ({
  shopper,
  newGoods,
  db,
}) => {
  test.setTimeout(180_000)
  const { page } = shopper
  const goods = await newGoods(20)
  page.on('dialog', dialog => {
    throw new Error(`a script ran: ${dialog.message()}`)
  })
  for (const recipient of people) {
    // An empty page, which the first one is, has no storage to clear.
    if (page.url() !== 'about:blank') await page.evaluate(() => globalThis.sessionStorage.clear())
    await openCheckout(shopper, goods.variantId)
    await shopper.fillParcel()
    await inputOf(shopper, 'recipient').fill(recipient)
    const orderId = await shopper.buyWith(cards.pays, goods.priceMinor)
    await expect(page.getByRole('main')).toContainText(recipient)
    expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ recipient })
    await shopper.seeHeadline('PREPARING')
  }
})

test('the Enter that ends a Hangul syllable sends nothing', async ({ shopper, newGoods, db }) => {
  const goods = await newGoods(1)
  await openCheckout(shopper, goods.variantId)
  await shopper.fillParcel()
  await shopper.fillCard(cards.pays)
  await inputOf(shopper, 'recipient').evaluate(field => {
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true, cancelable: true }),
    )
  })
  await expect(shopper.buyButton(goods.priceMinor)).toBeEnabled()
  expect(await db.orderLine.count({ where: { variantId: goods.variantId } })).toBe(0)
})

test('a draft that somebody has tampered with is read as far as it makes sense', async ({ shopper, newGoods }) => {
  const goods = await newGoods(1)
  await openCheckout(shopper, goods.variantId)
  await shopper.page.evaluate(() => {
    sessionStorage.setItem(
      'makegood.checkout',
      JSON.stringify({
        country: 'XX',
        deliveryMethod: 'rocket',
        coupon: 'clm_x',
        wallet: '1e9',
        savedAddress: 'adr_x',
        role: 'admin',
      }),
    )
  })
  await shopper.page.reload()
  await expect(shopper.buyButton(goods.priceMinor)).toBeVisible()
  await shopper.fillParcel()
  await shopper.buyWith(cards.pays, goods.priceMinor)
  await shopper.seeHeadline('PREPARING')
})
