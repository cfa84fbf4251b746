import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { line } from '../text.ts'

/** The lists whose way of looking can be kept. */
export const viewPlaces = ['orders'] as const
export type ViewPlace = (typeof viewPlaces)[number]

/** What an address of a list says: filters and sort in `query`, and the columns that are shown. */
export const viewSettingsSchema = z.strictObject({
  query: z.string().max(1_000),
  columns: z.array(z.string().max(40)).max(30),
})

export const viewsInput = z.strictObject({ place: z.enum(viewPlaces) })

/** The id is the client's, so that a repeated request keeps one view. */
export const saveViewInput = viewsInput.extend({
  viewId: idSchema('view'),
  name: line(60).min(1),
  shared: z.boolean(),
  settings: viewSettingsSchema,
})

export const removeViewInput = z.strictObject({ viewId: idSchema('view') })

export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  settings: viewSettingsSchema,
})
export type SavedView = z.infer<typeof savedViewSchema>

/** More than this nobody finds anything in again. */
export const viewsMax = 50
