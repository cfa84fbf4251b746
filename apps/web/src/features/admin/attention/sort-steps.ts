import type { SagaView } from '@makegood/core/saga/saga-views'

type Saga = {
  readonly status: SagaView['status']
  readonly steps: readonly Pick<SagaView['steps'][number], 'stepId' | 'status' | 'undoStatus'>[]
}
type Place = 'stands' | 'undone' | 'stuck' | 'failed' | 'trying' | 'refused'

/** What a step that did not come to its end is to its saga, by where the saga is: only one that stands still has stopped there. */
const unfinishedPlace: Readonly<Record<SagaView['status'], Place>> = {
  NEEDS_ATTENTION: 'failed',
  RUNNING: 'trying',
  COMPLETED: 'refused',
  UNDONE: 'refused',
}

/** The steps of a saga by what became of them; the first two are always told, the others where there is something to tell. */
export const sortSteps = ({ status, steps }: Saga): readonly { name: Place; stepIds: readonly string[] }[] => {
  const ids = (is: (step: Saga['steps'][number]) => boolean) => steps.filter(is).map(({ stepId }) => stepId)
  const places = [
    { name: 'stands', stepIds: ids(step => step.status === 'DONE' && step.undoStatus === null) },
    { name: 'undone', stepIds: ids(step => step.undoStatus === 'DONE') },
    { name: 'stuck', stepIds: ids(step => step.undoStatus === 'FAILED') },
    {
      name: unfinishedPlace[status],
      stepIds: ids(step => step.undoStatus === null && (step.status === 'FAILED' || step.status === 'REFUSED')),
    },
  ] as const
  return places.filter(({ name, stepIds }) => stepIds.length > 0 || name === 'stands' || name === 'undone')
}
