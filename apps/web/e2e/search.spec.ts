import type { Page, Route } from '@playwright/test'
import type { Db, Goods } from './fixtures/goods.ts'
import { expectNoViolations } from './fixtures/page-checks.ts'
import type { Shopper } from './fixtures/shopper.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ language: 'ko' })

const isSuggest = (url: URL): boolean => url.pathname.includes('store.catalogue.suggest')

/** A name that no other product has and that only Korean words find. */
const rename = async (db: Db, goods: Goods, nameKo: string): Promise<string> => {
  await db.product.update({ where: { id: goods.productId }, data: { nameKo } })
  return nameKo
}

const openField = async ({ page, t }: Shopper) => {
  const field = page.getByRole('combobox', { name: t('search.label') })
  await expect(field).toBeVisible()
  return { field, options: page.getByRole('option') }
}

/** Types a syllable as an input method does: what is under way is in the field, and the keys belong to it. */
const compose = async (page: Page, text: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

test('words and parts of words in Korean are found as they are typed, and the arrows lead to a product', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page } = shopper
  const name = await rename(db, await newGoods(3), '은하무늬 다완')
  await shopper.open('/')
  const { field, options } = await openField(shopper)
  await field.fill('은하무')
  await expect(options.filter({ hasText: name })).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expectNoViolations(page, 'the open suggestions')
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('first consonants find a product; Escape closes, then empties', async ({ shopper, newGoods, db }) => {
  const { page } = shopper
  const name = await rename(db, await newGoods(3), '쑥빛 퇴주그릇')
  await shopper.open('/')
  const { field, options } = await openField(shopper)
  await field.fill('ㅆㅂㅌㅈ')
  await expect(options.filter({ hasText: name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(field).toHaveValue('ㅆㅂㅌㅈ')
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
})

test('an answer to older letters never takes the place of a newer one', async ({ shopper, newGoods, db }) => {
  const { page } = shopper
  const old = await rename(db, await newGoods(3), '별나래 종지')
  const wanted = await rename(db, await newGoods(3), '별나무 종지')
  const held: Route[] = []
  await page.route(isSuggest, async route => {
    const query = decodeURIComponent(route.request().url())
    if (query.includes('별나래')) held.push(route)
    else await route.continue()
  })
  await shopper.open('/')
  const { field, options } = await openField(shopper)
  await field.fill('별나래')
  await expect.poll(() => held.length).toBe(1)
  await field.fill('별나무')
  await expect(options.filter({ hasText: wanted })).toBeVisible()
  const late = page.waitForResponse(response => isSuggest(new URL(response.url())))
  for (const route of held) await route.continue()
  await late
  await expect(options.filter({ hasText: wanted })).toBeVisible()
  await expect(options.filter({ hasText: old })).toHaveCount(0)
})

test('Enter that ends a Hangul syllable sends nothing; the next one shows the list', async ({ shopper }) => {
  const { page, t } = shopper
  await shopper.open('/')
  const { field } = await openField(shopper)
  await field.focus()
  await compose(page, '청')
  await field.dispatchEvent('keydown', {
    key: 'Enter',
    code: 'Enter',
    isComposing: true,
    bubbles: true,
    cancelable: true,
  })
  await expect(page).toHaveURL(/\/$/)
  await page.keyboard.insertText('청자')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/products\?q=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('list.searchTitle', { q: await field.inputValue() }),
  )
})

test('a search that finds nothing offers a word of it, the kinds and goods, and is told to no search engine', async ({
  shopper,
  newGoods,
  db,
}) => {
  const { page, t } = shopper
  const name = await rename(db, await newGoods(3), '연두콩 접시')
  const q = '연두콩 없는것'
  await shopper.open(`/products?q=${encodeURIComponent(q)}`)
  await expect(page.getByRole('heading', { name: t('list.empty.search', { q }) })).toBeVisible()
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: new RegExp(name) })).toBeVisible()
  await expectNoViolations(page, 'a search without results')
  await shopper.press(main.getByRole('link', { name: t('list.empty.wordAlone', { word: '연두콩', count: 1 }) }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('list.searchTitle', { q: '연두콩' }))
  await expect(main.getByRole('link', { name: new RegExp(name) })).toBeVisible()
})

for (const q of ["'; drop table product; --", '<script>alert(1)</script>', '%', '🏺'.repeat(50), 'ㅋ'.repeat(200)])
  test(`the query ${JSON.stringify(q).slice(0, 40)} is words and nothing else`, async ({ shopper }) => {
    const { page } = shopper
    const answer = await page.goto(`/products?q=${encodeURIComponent(q)}`)
    expect(answer?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.locator('#content script:not([type="application/ld+json"]):not([nonce])')).toHaveCount(0)
  })

test('on a phone the search opens over the whole width, takes the focus and gives it back', async ({
  newShopper,
  db,
  newGoods,
}) => {
  const shopper = await newShopper({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page, t } = shopper
  const name = await rename(db, await newGoods(3), '달무리 물병')
  await shopper.open('/')
  const opener = page.getByRole('button', { name: t('search.open') })
  await opener.tap()
  const { field, options } = await openField(shopper)
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await opener.tap()
  await field.fill('달무리')
  await options.filter({ hasText: name }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
