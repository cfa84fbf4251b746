import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import { placeByApi, shopApi, statusByApi } from './fixtures/shop-api.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const openAs = async ({ page, open }: Shopper, role: 'admin' | 'support', path: string): Promise<void> => {
  await signInByApi(page.context().request, demoLogin(role))
  await open(path)
}

test.describe('in Korean', () => {
  test.use({ language: 'ko' })

  test('a form that is filled in wrongly says so in Korean beside each field, sends nothing, and keeps what was typed', async ({
    shopper,
    db,
  }) => {
    const { page, t, press } = shopper
    await openAs(shopper, 'admin', '/admin/team')
    const name = page.getByLabel(t('adminTeam.name'), { exact: true })
    const email = page.getByLabel(t('adminTeam.email'), { exact: true })
    const invite = page.getByRole('button', { name: t('adminTeam.invite'), exact: true })
    await email.fill('mina(at)example')
    await press(invite)
    await expect(name).toHaveAccessibleDescription('입력해 주세요.')
    await expect(email).toHaveAccessibleDescription('이메일 주소 형식이 아닙니다.')
    await expect(name).toBeFocused()
    await expect(email).toHaveValue('mina(at)example')
    await expectNoViolations(page, 'a form with faults')
    await name.fill('미나')
    await expect(name).toHaveAccessibleDescription('')
    await expect(email).toHaveAccessibleDescription('이메일 주소 형식이 아닙니다.')
    await invite.click()
    await expect(email).toBeFocused()
    await expect(name).toHaveValue('미나')
    expect(await db.operatorInvitation.count({ where: { email: 'mina(at)example' } })).toBe(0)
  })

  test('a number out of its bounds and an address in the wrong form are told in Korean, with the bounds', async ({
    shopper,
    db,
  }) => {
    const { page, t, press } = shopper
    await openAs(shopper, 'admin', '/admin/coupons')
    await press(page.getByRole('button', { name: t('adminBoards.coupons.new') }))
    const quantity = page.getByLabel(t('adminBoards.coupons.quantity'), { exact: true })
    await page.getByLabel(t('adminBoards.coupons.nameKo')).fill('가을')
    await quantity.fill('0')
    await page.getByRole('button', { name: t('adminBoards.coupons.create') }).click()
    await expect(quantity).toHaveAccessibleDescription('1부터 100000까지의 숫자를 입력해 주세요.')
    await expect(quantity).toHaveValue('0')
    await expect(page.getByLabel(t('adminBoards.coupons.nameKo'))).toHaveValue('가을')

    await shopper.open('/admin/products/categories')
    const slug = page.getByLabel(t('adminCatalogue.categoryPage.slug'), { exact: true })
    await slug.fill('가을 그릇')
    await press(page.getByRole('button', { name: t('adminCatalogue.categoryPage.add') }))
    await expect(slug).toHaveAccessibleDescription('이 형식으로는 입력할 수 없습니다.')
    await expect(slug).toHaveValue('가을 그릇')
    expect(await db.category.count({ where: { slug: '가을 그릇' } })).toBe(0)
  })
})

test('an order of a shopper who reads Korean names its goods in the language of the operator', async ({
  shopper,
  newVisitor,
  newGoods,
}) => {
  const { page } = shopper
  const goods = await newGoods(3)
  const buyer = shopApi(await newVisitor())
  const orderId = await placeByApi(buyer, { ...goods, locale: 'ko' })
  await expect.poll(() => statusByApi(buyer, orderId)).toBe('STOCK_RESERVED')
  await openAs(shopper, 'support', `/admin/orders/${orderId}`)
  await expect(page.getByText(goods.name.en)).toBeVisible()
  await expect(page.getByText(goods.name.ko)).toHaveCount(0)
})
