import { type SavedView, type ViewPlace, viewSettingsSchema } from '@makegood/core/console/saved-views'
import type { Tx } from '../client.ts'

type Row = Omit<SavedView, 'settings'> & { settings: unknown }

/** An operator's own views of a place and the shared ones, by name; another place's never. */
export const listViews = async (db: Tx, place: ViewPlace, operatorId: string): Promise<SavedView[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select id, name, shared, owner_id = ${operatorId} as mine, settings from console_view
    where place = ${place} and (owner_id = ${operatorId} or shared) order by name, id limit 500`
  return rows.map(row => ({ ...row, settings: viewSettingsSchema.parse(row.settings) }))
}
