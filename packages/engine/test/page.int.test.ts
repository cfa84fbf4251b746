import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, expect as expectPage, type Page } from '@playwright/test'
import { Inngest, NonRetriableError } from 'inngest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { chromiumPath } from './env.ts'
import { createClient, signingKey, startApp, type TestApp } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { startTestEngine } from './test-engine.ts'

const hostile = '<img src=x onerror="document.title=1">'
const ignore = () => undefined
const silent = { info: ignore, warn: ignore, error: ignore, debug: ignore }

// A computer without Chromium cannot try the page; the routes behind it are tried all the same, in the other files.
describe('the page in Chromium', () => {
  let database: TestDatabase
  let engine: Awaited<ReturnType<typeof startEngine>>
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    database = await createTestDatabase()
    engine = await startEngine({ databaseUrl: database.url, port: 0, retryIntervalMs: 20 })
    const client = new Inngest({ id: 'shop', baseUrl: engine.url, isDev: true, logger: silent })
    app = await startApp(client, [
      client.createFunction({ id: 'quick', triggers: [{ event: 'test/quick' }] }, async ({ event }) => event.data),
      client.createFunction(
        { id: 'flaky', retries: 2, triggers: [{ event: 'test/flaky' }] },
        async ({ step, attempt }) => {
          await step.run('try', () => {
            if (attempt === 0) throw new Error('no luck yet')
            return 'mended'
          })
        },
      ),
      client.createFunction({ id: 'patient', triggers: [{ event: 'test/patient' }] }, async ({ step }) =>
        step.waitForEvent('answer', { event: 'test/answer', timeout: '3d', if: 'async.data.n == 1' }),
      ),
      client.createFunction({ id: `evil ${hostile}`, retries: 0, triggers: [{ event: 'test/evil' }] }, async () => {
        throw new NonRetriableError(hostile)
      }),
      client.createFunction({ id: 'huge', triggers: [{ event: 'test/huge' }] }, async () =>
        Array.from({ length: 2_000 }, (_, n) => ({ n, text: `entry ${n}` })),
      ),
    ])
    await app.register()
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
  })

  afterAll(async () => {
    await browser.close()
    await app.close()
    await engine.close()
    await database.drop()
  })

  /** A page that may complain of nothing. */
  const open = async (path: string, url = engine.url, options = {}) => {
    const context = await browser.newContext({ baseURL: url, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
    })
    await page.goto(path)
    return { page, complaints, close: () => context.close() }
  }
  const send = async (name: string, data: Record<string, unknown> = {}) => {
    const [event] = (await app.client.send({ name, data })).ids
    return event ?? ''
  }
  const runOf = async (event: string, status: string) => {
    let id = ''
    await expect
      .poll(
        async () => {
          const { data } = (await (await fetch(`${engine.url}/v1/events/${event}/runs`)).json()) as {
            data: { run_id: string; status: string }[]
          }
          id = data[0]?.run_id ?? ''
          return data[0]?.status
        },
        { timeout: 8_000 },
      )
      .toBe(status)
    return id
  }
  const rows = (page: Page) => page.getByRole('list', { name: /Runs/ }).getByRole('link')

  test('a run appears and ends in the list without reloading; arrows, enter and escape move through it', async () => {
    await runOf(await send('test/quick', { n: 1 }), 'Completed')
    const { page, complaints, close } = await open('/?function=shop-quick')
    await expectPage(rows(page).first()).toBeVisible()
    const before = await rows(page).count()
    await runOf(await send('test/quick', { n: 2 }), 'Completed')
    await expectPage(rows(page)).toHaveCount(before + 1)
    await expectPage(rows(page).first()).toContainText('Completed')
    await rows(page).first().focus()
    await page.keyboard.press('ArrowDown')
    await expectPage(rows(page).nth(1)).toBeFocused()
    await page.keyboard.press('Enter')
    await expectPage(page.getByRole('heading', { name: 'shop-quick' })).toBeFocused()
    expect(new URL(page.url()).searchParams.get('function')).toBe('shop-quick')
    await expectPage(page.getByLabel('Result')).toContainText('"n": 1')
    await page.keyboard.press('Escape')
    await expectPage(rows(page).nth(1)).toBeFocused()
    await page.goBack()
    await expectPage(page.getByRole('heading', { name: 'shop-quick' })).toBeVisible()
    expect(complaints).toEqual([])
    await close()
  })

  test('names, data and errors are shown as the text they are', async () => {
    const run = await runOf(await send('test/evil', { [hostile]: hostile }), 'Failed')
    const { page, complaints, close } = await open(`/?run=${run}`)
    await expectPage(page.getByRole('heading', { level: 2 })).toHaveText(`shop-evil ${hostile}`)
    await expectPage(page.locator('.error-box').first()).toContainText(hostile)
    await page.locator('.event-fold summary').click()
    await expectPage(page.getByLabel('Data', { exact: true })).toContainText(hostile.replaceAll('"', '\\"'))
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.title()).toBe('Runs · Makegood engine')
    expect(complaints).toEqual([])
    await close()
  })

  test('a step shows its failed attempts, and a double click on “Run again” starts one run', async () => {
    const event = await send('test/flaky')
    const run = await runOf(event, 'Completed')
    const { page, close } = await open(`/?run=${run}`)
    await page.getByText('step · 2 attempts').click()
    await expectPage(page.getByText('Attempt 1 failed')).toBeVisible()
    await expectPage(page.getByText('Error: no luck yet', { exact: true })).toBeVisible()
    await expectPage(page.getByRole('button', { name: 'Cancel', exact: true })).toBeDisabled()
    await expectPage(page.getByText('nothing left to cancel')).toBeVisible()
    await page.getByRole('button', { name: 'Run again' }).dblclick()
    const link = page.locator('.outcome a')
    await expectPage(link).toBeVisible()
    expect(await database.query(`select 1 from engine.run where original_run_id = '${run}'`)).toHaveLength(1)
    await link.click()
    await expectPage(page.getByText('Repeats')).toBeVisible()
    await close()
  })

  test('what a run waits for is told; cancelling asks first, and escape means no', async () => {
    const event = await send('test/patient')
    const run = await runOf(event, 'Running')
    const { page, close } = await open(`/?run=${run}`)
    await expectPage(page.locator('.timeline')).toContainText('waits for test/answer until')
    await expectPage(page.locator('.timeline')).toContainText('async.data.n == 1')
    const cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    await cancel.click()
    await expectPage(page.getByRole('dialog')).toContainText('cannot be undone')
    await page.keyboard.press('Escape')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
    await runOf(event, 'Running')
    await cancel.click()
    await page.getByRole('button', { name: 'Cancel the run' }).click()
    await expectPage(page.locator('.outcome')).toHaveText('The run is cancelled.')
    await runOf(event, 'Cancelled')
    await expectPage(page.locator('.facts-head .status')).toHaveText('Cancelled')
    await close()
  })

  test('a large result is folded, cut, and can be seen whole', async () => {
    const run = await runOf(await send('test/huge'), 'Completed')
    const { page, close } = await open(`/?run=${run}`)
    await page.locator('.result summary').click()
    await expectPage(page.getByLabel('Result')).not.toContainText('entry 1999')
    await page.getByRole('button', { name: /Show all/ }).click()
    await expectPage(page.getByLabel('Result')).toContainText('entry 1999')
    await close()
  })

  test('a test event is sent from the page, and the search finds its run and says what it cannot find', async () => {
    const { page, close } = await open('/?view=events')
    await page.getByLabel('Name').fill('test/quick')
    await page.getByLabel('Data, as JSON').fill('{broken')
    await page.getByRole('button', { name: 'Send' }).click()
    await expectPage(page.getByText('The data is no JSON')).toBeVisible()
    await page.getByLabel('Data, as JSON').fill('{"from":"the page"}')
    await page.getByRole('button', { name: 'Send' }).click()
    const link = page.getByText('Sent as').getByRole('link')
    const event = (await link.textContent()) ?? ''
    const run = await runOf(event, 'Completed')
    await page.getByRole('link', { name: 'Runs', exact: true }).click()
    await page.keyboard.press('/')
    await page.keyboard.type('01NOBODY')
    await page.keyboard.press('Enter')
    await expectPage(page.getByText('No run and no event has the id 01NOBODY.')).toBeVisible()
    await page.getByRole('searchbox').fill(run)
    await page.keyboard.press('Enter')
    await expectPage(page.getByLabel('Result')).toContainText('the page')
    await close()
  })

  test('every view is usable by all, light and dark, and fits a screen of 360 pixels', async () => {
    const run = await runOf(await send('test/evil'), 'Failed')
    for (const path of ['/', `/?run=${run}`, '/?view=events', '/?view=functions', '/?run=01NOBODY']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const viewport = { width: colorScheme === 'light' ? 1280 : 360, height: 800 }
        const { page, close } = await open(path, engine.url, { colorScheme, viewport })
        await expectPage(page.getByText('Live', { exact: true })).toBeVisible()
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ['violations'] })
          .analyze()
        expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []])
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect([path, excess <= 0]).toEqual([path, true])
        await close()
      }
    }
  })

  test('in signed mode the page asks for the key, keeps no more than its hash, and forgets it on sign-out', async () => {
    const signed = await startTestEngine()
    const signedApp = await startApp(createClient(signed.url), [])
    const { page, complaints, close } = await open('/', signed.url)
    await page.getByLabel('Signing key').fill('signkey-prod-0b0b')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expectPage(page.getByRole('alert')).toHaveText('This is not the signing key of this engine.')
    await page.getByLabel('Signing key').fill(signingKey)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expectPage(page.getByText('Nothing has run yet.')).toBeVisible()
    await expectPage(page.getByText('Live', { exact: true })).toBeVisible()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    )
    expect(kept).not.toContain(signingKey)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expectPage(page.getByLabel('Signing key')).toBeVisible()
    expect(complaints).toEqual([])
    await close()
    await signedApp.close()
    await signed.close()
  })
})
