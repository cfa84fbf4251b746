import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expectNoViolations, expectSoundPage } from './fixtures/page-checks.ts'
import { expect, test } from './fixtures/test.ts'
import { bringTrouble } from './fixtures/troubles.ts'

for (const device of ['desktop', 'phone'] as const)
  test.describe(device, () => {
    test.use(
      device === 'phone'
        ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
        : { hasTouch: false },
    )

    test(`what needs attention, one of it, and the review of money are sound pages on a ${device}`, async ({
      shopper,
      newGoods,
      db,
    }) => {
      const { page, open, press, t } = shopper
      const [order] = await bringTrouble(db, await newGoods(20), 'refund-refused')
      const incident = await db.incident.findFirstOrThrow({ where: { orderId: order?.id ?? '' } })
      await signInByApi(page.context().request, demoLogin('admin'))
      await open('/admin/attention?kind=step-failed')
      await expectSoundPage(shopper, 'attention')
      await open(`/admin/attention/${incident.id}`)
      await expectSoundPage(shopper, 'incident')
      await press(page.getByRole('button', { name: t('adminAttention.acts.settle'), exact: true }))
      await expect(page.getByLabel(t('adminAttention.reference'))).toBeVisible()
      // A button under the mouse is on its way between two colours.
      await page.mouse.move(0, 0)
      await expectNoViolations(page, 'incident with an act open')
      await open('/admin/money')
      await expectSoundPage(shopper, 'money')
    })
  })
