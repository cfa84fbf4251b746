import { defineConfig } from '@playwright/test'
import { env } from './e2e/fixtures/env.ts'

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What differs between a wide and a narrow screen is tried on both; the rest of the shop behaves the same on either. */
const alsoOnPhone =
  /(product-page|cart-drawer|buy-as-guest|buy-as-member|coupon-wallet-card|declined-then-another-card|checkout-keeps-typed|sign-in|language-and-a11y)\.spec\.ts$/

/** The browser tests run against a shop that is up already; `npm test -- e2e` brings one up and names its addresses. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: env.webUrl,
    // A trace takes a seventh of a run's processor time; `--trace on` records one of what is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // What a service worker fetches goes past the routes that tests put in its way.
    serviceWorkers: 'block',
    launchOptions: { executablePath: env.chromiumPath, args: quietly },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testMatch: alsoOnPhone,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
