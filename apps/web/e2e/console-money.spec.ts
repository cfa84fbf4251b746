import { newId } from '@makegood/core/ids'
import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { env } from './fixtures/env.ts'
import { chargesOf } from './fixtures/sandbox.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

const amount = 31_700n
const reviewMs = 60_000

test('money that was charged for no order is found by a review, and given back once from its row', async ({
  shopper,
  newShopper,
  db,
}) => {
  const { page, open, press, t } = shopper
  const at = new Date()
  const tail = newId('payment', at).slice(-12)
  const [orderId, paymentId, ref] = [newId('order', at), newId('payment', at), `pi_3zzzzzzzz${tail}`]
  const charge = { ref, key: `pay-order:${paymentId}:charge-card`, orderId, paymentId, amount: Number(amount) }
  const told = await fetch(`${env.sandboxUrl}/sandbox/past`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      charges: [{ ...charge, currency: 'krw', at: at.toISOString(), refund: null }],
      parcels: [],
    }),
  })
  expect(told.status).toBe(200)

  await signInByApi(page.context().request, demoLogin('finance'))
  await open('/admin/money')
  await press(page.getByRole('button', { name: t('adminMoney.review'), exact: true }))
  const row = page.getByRole('article').filter({ hasText: ref })
  await expect(row).toBeVisible({ timeout: reviewMs })

  const support = await newShopper()
  await signInByApi(support.page.context().request, demoLogin('support'))
  await support.open('/admin/money')
  const its = support.page.getByRole('article').filter({ hasText: ref })
  await expect(its.getByRole('button', { name: t('adminMoney.accept') })).toHaveAttribute('aria-disabled', 'true')

  const back = t('adminMoney.repairs.refund-charge', { amount: wonText(amount, 'en') })
  await press(row.getByRole('button', { name: back }))
  await row.getByLabel(t('adminMoney.reason')).fill('A test of the till.')
  await press(row.getByRole('button', { name: t('adminMoney.repairNow') }))
  await expect(row).toBeHidden({ timeout: reviewMs })
  await expect.poll(() => chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: Number(amount) })
  const difference = await db.reconciliationDifference.findFirstOrThrow({ where: { subject: ref } })
  expect(difference).toMatchObject({ state: 'REPAIRED', reason: 'A test of the till.' })
  expect(await db.auditEntry.count({ where: { subject: difference.id } })).toBe(2)
})
