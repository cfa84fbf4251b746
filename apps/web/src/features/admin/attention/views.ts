import type { Outputs } from '@/lib/trpc/router'

/** Incidents as the api hands them to an operator. */
export type IncidentView = Outputs['admin']['incident']['get']
export type IncidentRowView = Outputs['admin']['incident']['list']['incidents'][number]
export type IncidentGroupView = Outputs['admin']['incident']['groups']['groups'][number]
export type RepairActView = IncidentView['acts']['retry']
