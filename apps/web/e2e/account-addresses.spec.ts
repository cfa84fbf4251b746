import { newPerson, signUpByApi } from './fixtures/accounts.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

const fill = async ({ page, t }: Shopper, values: Partial<Record<'phone' | 'postcode' | 'address1', string>>) => {
  const dialog = page.getByRole('dialog')
  for (const [name, value] of Object.entries(values))
    await dialog.getByLabel(t(`checkout.fields.${name as 'phone'}`), { exact: true }).fill(value)
}

test('an address is added, corrected at its fields, changed, put first and removed', async ({ shopper, db }) => {
  const { page, t, press } = shopper
  const person = newPerson()
  await signUpByApi(page.context().request, person)
  await shopper.open('/account/addresses')
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: t('account.addresses.save') })

  await press(page.getByRole('button', { name: t('account.addresses.add') }))
  await fill(shopper, { phone: '12', postcode: 'abc', address1: '<b>1 Bowl St</b> 🏺' })
  await press(save)
  await expect(dialog.getByText(t('checkout.faults.phone.wrong'))).toBeVisible()
  await expect(dialog.getByText(t('checkout.faults.postcode.wrong'))).toBeVisible()
  await expect(dialog.getByLabel(t('checkout.fields.phone'), { exact: true })).toBeFocused()
  await expect(dialog.getByLabel(t('checkout.fields.address1'), { exact: true })).toHaveValue('<b>1 Bowl St</b> 🏺')
  await fill(shopper, { phone: '+82 10 2345 6789', postcode: '03187' })
  await press(save)
  await expect(dialog).toBeHidden()
  const list = page.getByRole('main').getByRole('list').last()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('010-2345-6789')
  await expect(list).toContainText('<b>1 Bowl St</b>')

  await press(page.getByRole('button', { name: t('account.addresses.add') }))
  await dialog.getByLabel(t('checkout.fields.country'), { exact: true }).selectOption('GB')
  await fill(shopper, { phone: '020 7946 0958', postcode: 'sw1a1aa', address1: '10 Kiln Lane' })
  await press(save)
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText('SW1A 1AA')
  const second = list.getByRole('listitem').filter({ hasText: '10 Kiln Lane' })
  await press(second.getByText(t('account.addresses.makeDefault'), { exact: true }))
  await expect(list.getByRole('listitem').first()).toContainText('10 Kiln Lane')
  await expect(list.getByRole('listitem').first()).toContainText(t('account.addresses.default'))

  await press(list.getByRole('listitem').first().getByText(t('account.addresses.remove'), { exact: true }))
  await press(page.getByRole('button', { name: t('account.addresses.removeYes') }))
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText(t('account.addresses.default'))
  expect(await db.address.count({ where: { user: { email: person.email } } })).toBe(1)
})
