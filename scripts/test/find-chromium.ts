import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Variables } from '../env.ts'
import { webDir } from '../lib/build-web.ts'
import { findProgram } from '../lib/find-program.ts'
import { installPackages, mayInstallPackages } from '../lib/install-package.ts'
import { errorText, PlainError } from '../lib/plain-error.ts'
import { withOwnTools } from '../lib/process-env.ts'
import { runOrFail } from '../lib/run-command.ts'

const debianChromium = '/usr/bin/chromium'
const debianShell = '/usr/bin/chromium-headless-shell'
const koreanFont = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

const findInstalled = (variables: Variables): string | undefined => {
  const chosen = variables.CHROMIUM_PATH
  if (chosen !== undefined && !existsSync(chosen))
    throw new PlainError(`CHROMIUM_PATH names ${chosen}, which is not there.`)
  if (chosen !== undefined) return chosen
  if (existsSync(debianChromium)) return debianChromium
  return findProgram(['google-chrome', 'google-chrome-stable', 'chromium'], variables.PATH ?? '')
}

/** Where Playwright keeps a browser that it downloaded itself, if it has one. */
const findPlaywrightsOwn = async (): Promise<string | undefined> => {
  const { chromium } = await import(createRequire(join(webDir, 'package.json')).resolve('@playwright/test'))
  const path: unknown = chromium?.executablePath?.()
  return typeof path === 'string' && existsSync(path) ? path : undefined
}

/** Debian's packages where we may install any; why they could not be had, where they could not. */
const tryToInstall = async (
  wanted: string[],
  variables: Variables,
  logDir: string,
  signal: AbortSignal,
): Promise<string[]> => {
  const packages = [...wanted, ...(existsSync(koreanFont) ? [] : ['fonts-noto-cjk'])]
  if (packages.length === 0 || !mayInstallPackages()) return []
  return await installPackages({ packages, logDir, variables, signal }).then(
    () => [],
    (error: unknown) => [errorText(error)],
  )
}

/**
 * Finds the Chromium that tests best, or gets it: Debian's without windows, which needs a third less of the processors and
 * shows the same pages; else any.
 */
export const findTestChromium = async (variables: Variables, logDir: string, signal: AbortSignal): Promise<string> => {
  if (variables.CHROMIUM_PATH !== undefined) return await findChromium(variables, logDir, signal)
  const missing = existsSync(debianShell) ? [] : ['chromium-headless-shell']
  const reasons = await tryToInstall(missing, variables, logDir, signal)
  if (existsSync(debianShell)) return debianShell
  for (const reason of reasons) console.log(`  The tests go on without the smaller Chromium. ${reason}`)
  return await findChromium(variables, logDir, signal)
}

/** Finds a Chromium, or gets one: Debian's package where we may, else Playwright's download. */
export const findChromium = async (variables: Variables, logDir: string, signal: AbortSignal): Promise<string> => {
  const found = findInstalled(variables) ?? (await findPlaywrightsOwn())
  const reasons = await tryToInstall(found === undefined ? ['chromium'] : [], variables, logDir, signal)
  if (found !== undefined) return found
  if (existsSync(debianChromium)) return debianChromium
  await runOrFail({
    title: 'Playwright’s download of Chromium',
    file: process.execPath,
    args: [join(webDir, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
    cwd: webDir,
    env: withOwnTools(variables),
    logFile: join(logDir, 'playwright-install.log'),
    timeoutMs: 10 * 60_000,
    signal,
  }).catch((error: unknown) => reasons.push(errorText(error)))
  const downloaded = await findPlaywrightsOwn()
  if (downloaded !== undefined) return downloaded
  throw new PlainError(
    `The browser tests need Chromium, and there is none here. Install Chromium or Chrome and name it: CHROMIUM_PATH=/path/to/chromium npm test\n${reasons.join('\n')}`,
  )
}
