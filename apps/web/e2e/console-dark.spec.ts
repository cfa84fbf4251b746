import { demoLogin, signInByApi } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'

test('the console follows a dark system, and is dark before its styles have come', async ({ shopper }) => {
  const { page } = shopper
  await signInByApi(page.context().request, demoLogin('support'))
  const html = await (await page.request.get('/admin')).text()
  const scheme = html.search(/<meta name="color-scheme" content="light dark"\/?>/)
  expect(scheme).toBeGreaterThan(0)
  expect(scheme).toBeLessThan(html.indexOf('<body'))
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.route(/\.css(\?|$)/, route => route.abort())
  await page.setContent(html.replaceAll(/<link[^>]+stylesheet[^>]*>|<script[\s\S]*?<\/script>/g, ''))
  const canvas = () =>
    page.evaluate(() => {
      const probe = document.createElement('span')
      probe.style.color = 'canvas'
      document.body.append(probe)
      return getComputedStyle(probe).color
    })
  expect(await canvas()).not.toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await canvas()).toBe('rgb(255, 255, 255)')
})
