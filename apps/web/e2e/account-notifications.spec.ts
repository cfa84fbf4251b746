import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'

test('a choice is kept by its press; mails about money cannot be switched off', async ({ shopper }) => {
  const { page, t, press } = shopper
  await signUpByApi(page.context().request, newPerson())
  await shopper.open('/account/notifications')
  const choice = page.getByRole('switch', {
    name: t('account.notifications.choice', {
      topic: t('account.notifications.topics.shipping.title'),
      channel: t('account.notifications.channels.sms'),
    }),
  })
  await expect(choice).toBeChecked()
  const kept = page.waitForResponse(answer => answer.url().includes('setPreference') && answer.ok())
  await press(choice)
  await kept
  await page.reload()
  await expect(choice).not.toBeChecked()
  const money = page.getByRole('row', { name: t('account.notifications.topics.money.title') })
  await expect(money).toContainText(t('account.notifications.always'))
})

test('nobody is asked for permission before they press, and a browser that says no is told what to do', async ({
  newShopper,
}) => {
  const shopper = await newShopper({ permissions: [] })
  const { page, t } = shopper
  await signUpByApi(page.context().request, newPerson())
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
    Notification.requestPermission = async () => {
      throw new Error('asked without a press')
    }
  })
  await shopper.open('/account/notifications')
  await expect(page.getByText(t('account.notifications.pushStates.denied'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('account.notifications.pushOn') })).toBeHidden()
})
