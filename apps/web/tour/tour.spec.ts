import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, test } from '@playwright/test'
import { demoLogin, signInByApi } from '../e2e/fixtures/accounts.ts'
import { env } from '../e2e/fixtures/env.ts'
import { untilPageIsAlive } from '../e2e/fixtures/until-alive.ts'
import { pathIn } from '../e2e/fixtures/words.ts'
import { stops } from './stops.ts'
import { takePicture } from './take-picture.ts'
import { tourDir, worldFile } from './tour-dir.ts'
import type { World } from './world.ts'

const readWorld = async (): Promise<World> => JSON.parse(await readFile(worldFile, 'utf8'))

const screens = {
  desktop: { viewport: { width: 1360, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} as const

const visitorsOf = async (browser: Browser, look: object) => {
  const open = async (role?: 'shopper' | 'admin') => {
    const context = await browser.newContext({ baseURL: env.webUrl, reducedMotion: 'reduce', ...look })
    if (role) await signInByApi(context.request, demoLogin(role))
    return context.newPage()
  }
  return { guest: await open(), shopper: await open('shopper'), operator: await open('admin') }
}

for (const language of ['ko', 'en'] as const)
  for (const [screen, size] of Object.entries(screens))
    for (const colorScheme of ['light', 'dark'] as const)
      test(`every page in ${language} on a ${screen}, ${colorScheme}`, async ({ browser }) => {
        const world = await readWorld()
        const visitors = await visitorsOf(browser, { ...size, colorScheme })
        for (const { name, path, as } of stops(world)) {
          const page = visitors[as]
          await page.goto(pathIn(language, path))
          await untilPageIsAlive(page)
          await takePicture(page, join(tourDir, `${name}-${language}-${screen}-${colorScheme}.webp`))
        }
        for (const page of Object.values(visitors)) await page.context().close()
      })
