import { randomBytes } from 'node:crypto'
import { createClient } from './create-client.ts'
import { createTools } from './create-tools.ts'
import type { Scenario } from './scenario.ts'
import { openApp, type ScenarioApp } from './scenario-app.ts'
import type { Mark, ScenarioTools } from './scenario-tools.ts'
import type { TargetServer } from './target-server.ts'

export type Outcome = { passed: true; tookMs: number } | { passed: false; tookMs: number; reason: string }

const usualLimitMs = 20_000
const lastWordMs = 500

/** Runs one scenario on one server, with apps of its own, until it passes, fails or its time is over. */
export async function runScenario(scenario: Scenario, server: TargetServer): Promise<Outcome> {
  const began = performance.now()
  const over = new AbortController()
  const apps: ScenarioApp[] = []
  try {
    const limitMs = scenario.limitMs ?? usualLimitMs
    const timer = setTimeout(() => over.abort(new Error(`not done after ${limitMs} ms`)), limitMs)
    try {
      await Promise.race([play(scenario, server, apps, over.signal), refuseWhen(over.signal)])
    } finally {
      clearTimeout(timer)
    }
    return { passed: true, tookMs: performance.now() - began }
  } catch (error) {
    return { passed: false, tookMs: performance.now() - began, reason: reasonOf(error) }
  } finally {
    over.abort(new Error('the scenario is over'))
    await Promise.all(apps.map(app => app.close()))
  }
}

async function play(scenario: Scenario, server: TargetServer, apps: ScenarioApp[], signal: AbortSignal): Promise<void> {
  const id = `c${randomBytes(4).toString('hex')}`
  const marks: Mark[] = []
  const name = (part: string) => `${id}/${part}`
  const mark = (label: string, detail?: unknown) => {
    marks.push({ label, detail, at: performance.now() })
  }
  const addApp = async (appId: string, make: Scenario['functions']) => {
    const inngest = createClient(server, appId)
    const app = await openApp(inngest, make({ inngest, name, mark }), server.appHost)
    apps.push(app)
    await app.register()
    return { inngest, app }
  }
  const { inngest, app } = await addApp(id, scenario.functions)
  const openMore: ScenarioTools['openApp'] = async (part, make) => (await addApp(`${id}-${part}`, make)).app
  const parts = { inngest, name, mark }
  await scenario.check(createTools({ server, app, appId: id, parts, marks, signal, openMore }))
}

function refuseWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    // What waits hears of the signal too, and can better say what it waited for.
    signal.addEventListener('abort', () => setTimeout(reject, lastWordMs, signal.reason), { once: true })
  })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
