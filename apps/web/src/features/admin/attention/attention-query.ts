import { type IncidentAge, incidentAgeNames } from '@makegood/core/saga/incident-inputs'
import { type IncidentKind, incidentKinds } from '@makegood/core/saga/incident-kinds'

export type AttentionQuery = {
  readonly state?: 'resolved'
  readonly kind?: IncidentKind
  readonly saga?: string
  readonly step?: string
  readonly code?: string
  readonly age?: IncidentAge
  readonly search?: string
  readonly cursor?: string
}

type Search = Record<string, string | string[] | undefined>

const text = (value: Search[string], max: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.trim().length <= max ? value.trim() : undefined

/** What an address asks of the list of incidents; what cannot be understood is left out. */
export const readAttentionQuery = (search: Search): AttentionQuery => {
  const found = {
    state: search.state === 'resolved' ? ('resolved' as const) : undefined,
    kind: incidentKinds.find(known => known === search.kind),
    saga: text(search.saga, 80),
    step: text(search.step, 80),
    code: text(search.code, 60),
    age: incidentAgeNames.find(known => known === search.age),
    search: text(search.search, 80),
    cursor: text(search.cursor, 100),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** The address that asks for this; a pasted one gives the same list. */
export const attentionAddress = (query: AttentionQuery): string => {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return search ? `/admin/attention?${search}` : '/admin/attention'
}
