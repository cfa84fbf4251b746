import { sagaNames, sagaStates } from '@makegood/core/system/views'

/** Ages of a saga by which the list can be filtered, in seconds. */
export const sagaAges = [60, 300, 3600, 86_400] as const

export type SystemQuery = {
  readonly state: (typeof sagaStates)[number]
  readonly name?: string
  readonly olderThanSeconds?: number
  readonly cursor?: string
}

/** What an address asks of the list of sagas; what cannot be understood is left out. */
export const readSystemQuery = (search: Record<string, string | string[] | undefined>): SystemQuery => {
  const name = sagaNames.find(known => known === search.name)
  const age = sagaAges.find(known => String(known) === search.age)
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 100 ? search.cursor : undefined
  return {
    state: sagaStates.find(known => known === search.saga) ?? 'unfinished',
    ...(name ? { name } : {}),
    ...(age ? { olderThanSeconds: age } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

export const systemAddress = ({ state, name, olderThanSeconds, cursor }: SystemQuery): string => {
  const query = new URLSearchParams()
  if (state !== 'unfinished') query.set('saga', state)
  if (name) query.set('name', name)
  if (olderThanSeconds) query.set('age', String(olderThanSeconds))
  if (cursor) query.set('cursor', cursor)
  const text = query.toString()
  return text ? `/admin/system?${text}#sagas` : '/admin/system#sagas'
}
