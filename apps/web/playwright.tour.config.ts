import { defineConfig } from '@playwright/test'
import { env } from './e2e/fixtures/env.ts'

/** `npm run tour`: not a test of anything, but a picture of every page in every look. */
export default defineConfig({
  testDir: 'tour',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 10 * 60_000,
  reporter: 'list',
  use: {
    baseURL: env.webUrl,
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: { executablePath: env.chromiumPath, args: ['--no-sandbox', '--disable-gpu'] },
  },
  // Made once, before two look at it side by side: both would buy from the same cart.
  projects: [
    { name: 'world', testMatch: 'make-world.spec.ts' },
    { name: 'looks', testMatch: 'tour.spec.ts', dependencies: ['world'] },
  ],
})
