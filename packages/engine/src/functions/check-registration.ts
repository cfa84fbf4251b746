import { checkFunction } from './check-function.ts'
import type { EngineFunction } from './engine-function.ts'
import { type FunctionConfig, knownOptions } from './function-config.ts'
import { refuse } from './refuse.ts'

export type CheckedFunction = { fn: EngineFunction; config: FunctionConfig }

/**
 * All functions of a registration, ready to run, or a RefusedFunction about the first that asks for what this engine does
 * not do. What is asked here and not in checkFunction is not asked again of functions that were stored earlier.
 */
export function checkRegistration(appId: string, given: unknown[]): CheckedFunction[] {
  const seen = new Set<string>()
  return given.map(entry => {
    const checked = checkFunction(appId, entry)
    const { config } = checked
    if (seen.has(config.id)) refuse(config.id, 'id', 'another function of this registration has it too')
    seen.add(config.id)
    for (const option of Object.keys(config)) {
      if (!knownOptions.has(option) && config[option] != null) refuse(config.id, option, 'this engine does not know it')
    }
    refuseDeferred(config)
    return checked
  })
}

function refuseDeferred({ id, triggers }: FunctionConfig): void {
  const deferred = triggers.some(trigger => 'event' in trigger && trigger.event.startsWith('inngest/deferred.'))
  if (deferred)
    refuse(id, 'trigger', 'this engine runs no deferred functions, and no scorers, which are such functions')
}
