import { offlineWords } from '../src/lib/plain-page'
import { expect, test } from './fixtures/test.ts'

test.use({ serviceWorkers: 'allow', expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] })

test('whoever has looked at a thing meets the shop’s own page where there is no connection, and goes on when it is back', async ({
  shopper,
  newGoods,
}) => {
  const { page } = shopper
  const goods = await newGoods(3)
  await shopper.open(`/products/${goods.slug}`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.context().setOffline(true)
  await page.goto('/en/products')
  await expect(page.getByRole('heading', { name: offlineWords.en.title })).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('link', { name: offlineWords.en.again }).click()
  await expect(page).toHaveURL(/\/en\/products$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(shopper.t('list.title'))
})
