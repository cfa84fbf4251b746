import { setTimeout as pause } from 'node:timers/promises'
import { type GetStepTools, type Inngest, type InngestFunction, NonRetriableError } from 'inngest'
import { type Action, names, type RunData } from '../plan.ts'
import type { Call } from './calls.ts'
import type { Journal } from './journal.ts'

type Tools = GetStepTools<Inngest>

/** More than all failures that one run is given, since an attempt counts for whatever fails in the same call. */
const retries = 15
const lastingFailures = 2

/** Functions that do what the events name, and write down each execution of a step. */
export function createFunctions(client: Inngest, journal: Journal, current: () => Call): InngestFunction.Any[] {
  const stepsOf = (key: string, lock: string, tools: Tools) => {
    const note = (what: 'begin' | 'end' | 'fail', step: string) => {
      const call = current()
      journal.write({ what, call: call.id, run: call.run, key, step, lock, at: Date.now() })
    }
    return (step: string, body: () => unknown, ms = 0) =>
      tools.run(step, async () => {
        note('begin', step)
        await pause(ms)
        try {
          const value = await body()
          note('end', step)
          return value
        } catch (error) {
          note('fail', step)
          throw error
        }
      })
  }

  const child = client.createFunction(
    { id: 'child', retries: 2, triggers: [{ event: 'crash/child' }] },
    async ({ event, step }) => {
      const { key, value, fails } = event.data as { key: string; value: number; fails: boolean }
      const run = stepsOf(key, '', step)
      const given = await run('only', () => value)
      if (fails) throw new NonRetriableError('This child fails')
      return given
    },
  )

  const walk = async ({ key, actions, lock }: RunData, step: Tools): Promise<unknown[]> => {
    const run = stepsOf(key, lock, step)
    const results: unknown[] = []
    for (const action of actions) results.push((await act(action, key, run, step)) ?? null)
    return results
  }

  const act = async (action: Action, key: string, run: ReturnType<typeof stepsOf>, step: Tools) => {
    switch (action.type) {
      case 'run':
        return run(
          action.id,
          () => {
            if (journal.failuresOf(key, action.id) < action.failures) throw new Error('Not yet')
            return action.value
          },
          action.ms,
        )
      case 'parallel':
        return Promise.all(action.ids.map(id => run(id, () => action.value, action.ms)))
      case 'race':
        return Promise.race(action.ids.map(id => run(id, () => action.value, action.ms)))
      case 'sleep':
        return step.sleep(action.id, action.ms)
      case 'wait': {
        const timeout = action.answered ? '5m' : '1s'
        const condition = `async.data.key == event.data.key && async.data.step == '${action.id}'`
        const answer = await step.waitForEvent(action.id, { event: names.answer, timeout, if: condition })
        return answer === null ? 'timed out' : answer.data.value
      }
      case 'invoke':
        try {
          const data = { key: `${key}/${action.id}`, value: action.value, fails: action.fails }
          return await step.invoke(action.id, { function: child, data })
        } catch (error) {
          if (action.fails) return 'failed'
          throw error
        }
      case 'send': {
        const own = `${key}/${action.id}`
        await step.sendEvent(action.id, { id: own, name: names.started, data: { key: own, value: action.value } })
        return null
      }
      case 'undo':
        try {
          return await run(action.id, () => {
            const failures = journal.failuresOf(key, action.id)
            if (action.atOnce || failures >= lastingFailures) throw new NonRetriableError('Never')
            throw new Error('Not now')
          })
        } catch {
          return { undone: await run(`${action.id}-made-good`, () => action.value) }
        }
    }
  }

  const walker = (id: string, options: object) =>
    client.createFunction({ id, retries, triggers: [{ event: `crash/${id}` }], ...options }, ({ event, step }) =>
      walk(event.data as RunData, step),
    )

  return [
    child,
    walker('direct', { checkpointing: false }),
    walker('checkpointed', { checkpointing: true }),
    walker('buffered', { checkpointing: { bufferedSteps: 4 } }),
    walker('limited', { concurrency: { limit: 1, key: 'event.data.lock' } }),
    client.createFunction(
      {
        id: 'cancellable',
        retries,
        triggers: [{ event: 'crash/cancellable' }],
        cancelOn: [{ event: names.cancel, if: 'async.data.key == event.data.key' }],
      },
      async ({ event, step }) => {
        await walk(event.data as RunData, step)
        await step.sleep('until cancelled', '1h')
      },
    ),
    client.createFunction(
      {
        id: 'doomed',
        retries,
        triggers: [{ event: 'crash/doomed' }],
        onFailure: async ({ event, step }) => {
          const { key } = event.data.event.data as RunData
          await stepsOf(key, '', step)('alert', () => 'alerted')
          return 'alerted'
        },
      },
      async ({ event, step }) => {
        await walk(event.data as RunData, step)
        throw new NonRetriableError('This run fails')
      },
    ),
    client.createFunction({ id: 'started', triggers: [{ event: names.started }] }, async ({ event, step }) => {
      const { key, value } = event.data as { key: string; value: number }
      return stepsOf(key, '', step)('only', () => value)
    }),
    client.createFunction(
      { id: 'batched', triggers: [{ event: names.batched }], batchEvents: { maxSize: 5, timeout: '1s' } },
      async ({ events, step }) => {
        const keys = events.map(({ data }: { data: { key: string } }) => data.key)
        return stepsOf(keys.join(','), '', step)('take', () => keys)
      },
    ),
  ]
}
