import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { cards } from './fixtures/sandbox.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'
import { wonText } from './fixtures/words.ts'

const openForm = async ({ page, t, press }: Shopper, amount: string) => {
  await press(page.getByRole('button', { name: t('account.wallet.topUp'), exact: true }))
  await page.getByLabel(t('account.wallet.amount'), { exact: true }).fill(amount)
}
const send = async ({ page, t, press, language }: Shopper, amountMinor: bigint) =>
  press(page.getByRole('button', { name: t('account.wallet.send', { amount: wonText(amountMinor, language) }) }))

for (const language of ['ko', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a top-up by card is told as it goes, is in the balance and in the history, once', async ({ shopper, db }) => {
      const { page, t, language: locale } = shopper
      const person = newPerson()
      await signUpByApi(page.context().request, person)
      await shopper.open('/account/wallet')
      await openForm(shopper, '1')
      await page.getByLabel(t('pay.fields.number')).focus()
      await expect(page.getByRole('textbox', { name: t('account.wallet.amount') })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
      await page.getByLabel(t('account.wallet.amount'), { exact: true }).fill('50,000')
      await shopper.fillCard(cards.pays)
      await send(shopper, 50_000n)
      const amount = wonText(50_000n, locale)
      await expect(page.getByText(t('account.wallet.states.SUCCEEDED', { amount }))).toBeVisible()
      await expect(page.getByTestId('balance')).toHaveText(amount)
      const history = page.getByRole('region', { name: t('account.wallet.history') })
      await expect(history.getByRole('listitem').filter({ hasText: t('account.wallet.kinds.TOP_UP') })).toHaveCount(1)
      expect(await db.walletEntry.count({ where: { wallet: { user: { email: person.email } } } })).toBe(1)
    })
  })
}

test('a declined card says why, takes nothing, and another one works', async ({ shopper }) => {
  const { page, t, press } = shopper
  await signUpByApi(page.context().request, newPerson())
  await shopper.open('/account/wallet')
  await openForm(shopper, '10000')
  await shopper.fillCard(cards.declined)
  await send(shopper, 10_000n)
  await expect(page.getByText(t('order.declined.card-declined.title'))).toBeVisible()
  await press(page.getByRole('button', { name: t('account.wallet.again') }))
  await page.getByLabel(t('account.wallet.amount'), { exact: true }).fill('10000')
  await shopper.fillCard(cards.pays)
  await send(shopper, 10_000n)
  await expect(page.getByTestId('balance')).toHaveText(wonText(10_000n, 'en'))
})

test('a card that needs approval leads to the bank and back to the wallet, accepted and refused', async ({
  shopper,
}) => {
  const { page, t, press, api } = shopper
  await signUpByApi(page.context().request, newPerson())
  await api.store.account.setLocale.mutate({ locale: 'en' })
  for (const [answer, state, balance] of [
    ['Refuse', 'FAILED', 0n],
    ['Approve', 'SUCCEEDED', 30_000n],
  ] as const) {
    await shopper.open('/account/wallet')
    await openForm(shopper, '30000')
    await shopper.fillCard(cards.asksForApproval)
    await send(shopper, 30_000n)
    await press(page.getByRole('link', { name: t('account.wallet.approve') }))
    await press(page.getByRole('button', { name: answer, exact: true }))
    await page.waitForURL(/\/en\/account\/wallet\?topUp=/)
    const words = t(`account.wallet.states.${state}`, { amount: wonText(30_000n, 'en') })
    await expect(page.getByText(words)).toBeVisible({ timeout: 20_000 })
    await expect(page.getByTestId('balance')).toHaveText(wonText(balance, 'en'))
  }
})
