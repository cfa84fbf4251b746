import { type PeriodKind, periodKinds } from '@makegood/core/today/periods'

/** By what Today counts, as its address asks; by day where it asks for nothing that is known. */
export const readTodayQuery = (search: Record<string, string | string[] | undefined>): { readonly by: PeriodKind } => ({
  by: periodKinds.find(known => known === search.by) ?? 'day',
})

export const todayAddress = (by: PeriodKind): string => (by === 'day' ? '/admin' : `/admin?by=${by}`)
