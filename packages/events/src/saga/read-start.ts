import type { SagaStartEvent } from './run-saga.ts'

/** A start event as Inngest carries it: the payload and the correlation id. */
export type StartEvent = {
  readonly name: string
  readonly data: Record<string, unknown> & { readonly correlationId: string }
}

/** What a saga's run starts from: its own event, or `saga/resumed` with the first event's payload in it. */
export const readStart = ({ name, data }: StartEvent): SagaStartEvent => {
  const { correlationId, ...payload } = data
  if (name !== 'saga/resumed') return { input: payload, correlationId, generation: 1 }
  const resumed = payload as { readonly input: Record<string, unknown>; readonly generation: number }
  return { input: resumed.input, correlationId, generation: resumed.generation }
}
