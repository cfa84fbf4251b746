import type { Page } from '@playwright/test'
import { countShifts, shiftsOf } from './fixtures/shifts.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'
import { untilPageIsAlive } from './fixtures/until-alive.ts'
import { pathIn } from './fixtures/words.ts'

/** Holds the shop's letters back, as a slow line does, until the answer is called. */
const holdLetters = async (page: Page): Promise<() => void> => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\.woff2$/, async route => {
    await released
    await route.continue()
  })
  return release
}

/** The letters are there and the page has been painted with them. */
const untilLettersAreThere = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready
    const { promise: painted, resolve } = Promise.withResolvers<void>()
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    await painted
  })

const fillCart = async ({ api, language }: Shopper): Promise<void> => {
  const { variants } = await api.store.catalogue.get.query({ locale: language, slug: 'celadon-bowl' })
  const [variant] = variants
  if (!variant) throw new Error('the demo shop has no celadon bowl')
  await api.store.cart.addLine.mutate({ locale: language, variantId: variant.id, quantity: 1 })
}

const paths = ['/', '/products', '/products/celadon-bowl', '/cart', '/checkout']
const widths = { phone: 360, 'larger phone': 412, desk: 1280 }

for (const [device, width] of Object.entries(widths))
  for (const language of ['ko', 'en'] as const)
    test.describe(`${device}, ${language}`, () => {
      test.use({ language, viewport: { width, height: 820 } })

      test(`nothing moves when the shop's letters come after the page (${device}, ${language})`, async ({
        shopper,
      }) => {
        const { page } = shopper
        await fillCart(shopper)
        for (const path of paths) {
          const release = await holdLetters(page)
          await page.goto(pathIn(language, path), { waitUntil: 'domcontentloaded' })
          await untilPageIsAlive(page)
          await countShifts(page)
          release()
          await untilLettersAreThere(page)
          expect.soft(await shiftsOf(page), path).toBeLessThan(0.05)
          await page.unroute(/\.woff2$/)
        }
      })
    })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 820 } })

  test('nothing is shown above what came before it, where a page that is painted while it comes would move', async ({
    shopper,
  }) => {
    const { page } = shopper
    await fillCart(shopper)
    for (const path of paths) {
      await shopper.open(path)
      const putAbove = page
        .getByRole('main')
        .evaluate(main =>
          [...main.querySelectorAll('*')]
            .filter(part => Number(getComputedStyle(part).order) < 0)
            .map(part => part.outerHTML),
        )
      expect(await putAbove, path).toEqual([])
    }
  })
})
