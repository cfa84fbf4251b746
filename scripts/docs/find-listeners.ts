import { policySchema, toPolicy } from '../../packages/core/src/policy.ts'
import { createInngest } from '../../packages/events/src/client.ts'
import { createFunctions } from '../../packages/events/src/functions.ts'
import { participants } from '../../packages/events/src/participants/participants.ts'
import type { Deps } from '../../packages/events/src/saga/deps.ts'
import { createSagas } from '../../packages/events/src/sagas/create-sagas.ts'

const ignore = () => undefined
const quiet = { info: ignore, warn: ignore, error: ignore, debug: ignore }

/** The functions are only looked at, never run: of what they need, the policy alone is read while they are made. */
const deps = { policy: toPolicy(policySchema.parse({})) } as unknown as Deps

type Trigger = { readonly event?: string | { readonly name: string }; readonly cron?: string }

/**
 * Who hears each event: the functions that it triggers, by name or by the family of its name, and the steps that wait for
 * it, as `pay-order (await-approval)`.
 */
export const findListeners = (eventNames: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const triggered = listFunctions().flatMap(({ id, events }) =>
    events.flatMap(pattern => eventNames.filter(name => fits(pattern, name)).map(name => [name, id] as const)),
  )
  const waiting = createSagas(deps, participants).flatMap(saga =>
    saga.forward.flatMap(step => (step.reach === 'wait' ? [[step.wakeOn, `${saga.name} (${step.id})`] as const] : [])),
  )
  const heard = [...triggered, ...waiting]
  return new Map(
    eventNames.map(name => [name, heard.flatMap(([event, listener]) => (event === name ? [listener] : []))]),
  )
}

const fits = (pattern: string, name: string): boolean =>
  pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name

const listFunctions = (): readonly { readonly id: string; readonly events: readonly string[] }[] => {
  const inngest = createInngest({
    baseUrl: 'http://127.0.0.1:9',
    eventKey: 'only-looked-at',
    signingKey: `signkey-prod-${'0'.repeat(64)}`,
    logger: quiet as unknown as Parameters<typeof createInngest>[0]['logger'],
  })
  return createFunctions(inngest, deps).map(({ opts }) => ({
    id: opts.id,
    events: ((opts.triggers ?? []) as readonly Trigger[]).flatMap(({ event }) =>
      event === undefined ? [] : typeof event === 'string' ? event : event.name,
    ),
  }))
}
