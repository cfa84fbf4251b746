import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { webDir } from './lib/build-web.ts'
import { stateDir } from './lib/paths.ts'
import { withOwnTools } from './lib/process-env.ts'
import { runCommand } from './lib/run-command.ts'
import { runPart } from './lib/run-part.ts'
import { withOwnShop } from './lib/with-own-shop.ts'

const playwrightCli = join(webDir, 'node_modules', '@playwright', 'test', 'cli.js')
const minutesMax = 20

/** Takes a picture of every page: on phone and desktop, in light and dark, in Korean and English. */
await runPart(() =>
  withOwnShop(async ({ stack, chromiumPath, variables, signal }) => {
    const dir = join(stateDir, 'tour')
    mkdirSync(dir, { recursive: true })
    const code = await runCommand({
      title: 'The tour',
      file: process.execPath,
      args: [playwrightCli, 'test', '--config', 'playwright.tour.config.ts', ...process.argv.slice(2)],
      cwd: webDir,
      env: {
        ...withOwnTools(variables),
        CHROMIUM_PATH: chromiumPath,
        E2E_WEB_URL: stack.urls.web,
        E2E_API_URL: stack.urls.api,
        E2E_SANDBOX_URL: stack.urls.sandbox,
        E2E_DATABASE_URL: stack.urls.database,
        TOUR_DIR: dir,
      },
      timeoutMs: minutesMax * 60_000,
      signal,
    })
    console.log(`\n  The pictures are in ${dir}`)
    return code
  }),
)
