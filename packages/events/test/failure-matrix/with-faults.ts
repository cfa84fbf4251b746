import type { Tx } from '@makegood/db/client'
import { pivotIndex, type SagaDefinition } from '../../src/saga/saga-definition.ts'
import type { SagaStep, StepInput, StepOutcome } from '../../src/saga/step-types.ts'
import { type FaultPlans, isUndoFault, type PlannedFault } from './faults.ts'

/** The step shows its fault before or after acting: once, or each time until it is healed. */
class PlannedFailure extends Error {}

const isDue = (plan: PlannedFault): boolean => !plan.healed && (plan.fault.endsWith('-always') || plan.shown === 0)

const show = (plan: PlannedFault): never => {
  plan.shown += 1
  if (plan.fault === 'process-killed') process.kill(process.pid, 'SIGKILL')
  throw new PlannedFailure(`planned: ${plan.step} ${plan.fault}`)
}

const wait = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`set local statement_timeout = 20`
  await tx.$executeRaw`select pg_sleep(5)`
}

/** A saga whose steps fail as planned; what a plan does not name is as it was. */
export const withFaults = <Data>(definition: SagaDefinition<Data>, plans: FaultPlans): SagaDefinition<Data> => {
  const pivot = definition.forward[pivotIndex(definition.forward)]
  const wrap = (step: SagaStep<Data>) => wrapStep(step, plans, step.id === pivot?.id)
  return {
    ...definition,
    forward: definition.forward.map(wrap),
    settle: refusal => definition.settle(refusal).map(wrap),
  }
}

const wrapStep = <Data>(step: SagaStep<Data>, plans: FaultPlans, isPivot: boolean): SagaStep<Data> => {
  /** The plan for this step's own act, where it is due. */
  const planned = ({ saga }: StepInput<Data>): PlannedFault | null => {
    const plan = plans.get(saga.id)
    return plan?.step === step.id && !isUndoFault(plan.fault) && isDue(plan) ? plan : null
  }
  /** Undoing needs a reason: the pivot of a saga whose undo shall fail refuses. */
  const refuses = ({ saga }: StepInput<Data>): boolean => {
    const plan = plans.get(saga.id)
    return isPivot && plan !== undefined && isUndoFault(plan.fault)
  }
  const refused: StepOutcome = { outcome: 'refused', result: { reason: 'order-moved-on' } }

  if (step.reach === 'local') {
    return {
      ...wrapUndo(step, plans),
      run: async (tx, input) => {
        if (refuses(input)) return refused
        const plan = planned(input)
        if (plan?.fault.startsWith('throws') && !plan.fault.includes('acting')) show(plan)
        const outcome = await step.run(tx, input)
        if (plan?.fault === 'times-out') {
          plan.shown += 1
          await wait(tx)
        }
        if (plan && plan.fault !== 'event-twice') show(plan)
        return outcome
      },
    } as SagaStep<Data>
  }
  if (step.reach === 'wait') {
    return {
      ...step,
      look: async (input, expired) => {
        const plan = planned(input)
        if (plan?.fault.startsWith('throws') && !plan.fault.includes('acting')) show(plan)
        const outcome = await step.look(input, expired)
        if (plan && plan.fault !== 'event-twice' && outcome.outcome !== 'waiting') show(plan)
        return outcome
      },
    }
  }
  return {
    ...wrapUndo(step, plans),
    prepare: async (tx, input) => {
      const prepared = await step.prepare(tx, input)
      if (!('ready' in prepared)) return prepared
      const plan = planned(input)
      if (plan?.fault.startsWith('throws') && !plan.fault.includes('acting')) show(plan)
      return { ready: { plan, ready: prepared.ready } }
    },
    call: async (given, key) => {
      const { plan, ready } = given as { readonly plan: PlannedFault | null; readonly ready: unknown }
      const outcome = await step.call(ready, key)
      if (plan && plan.fault !== 'event-twice') show(plan)
      return outcome
    },
  } as SagaStep<Data>
}

const wrapUndo = <Data>(step: SagaStep<Data>, plans: FaultPlans): SagaStep<Data> => {
  if (step.kind !== 'undoable') return step
  const undo = async (...given: readonly unknown[]): Promise<unknown> => {
    const input = (step.reach === 'local' ? given[1] : given[0]) as StepInput<Data>
    const plan = plans.get(input.saga.id)
    const due = plan?.step === step.id && isUndoFault(plan.fault) && isDue(plan) ? plan : null
    if (due && due.fault !== 'undo-throws-after-acting') show(due)
    const undone = await (step.undo as (...args: readonly unknown[]) => Promise<unknown>)(...given)
    if (due) show(due)
    return undone
  }
  return { ...step, undo } as unknown as SagaStep<Data>
}
