import { z } from 'zod'
import { line } from '../text.ts'
import { slugSchema } from './inputs.ts'

export const categoriesMax = 50
const name = line(40).min(1)

export const categoryInput = z.strictObject({ slug: slugSchema })
export const saveCategoryInput = z.strictObject({ slug: slugSchema, nameKo: name, nameEn: name })
export type SaveCategoryInput = z.output<typeof saveCategoryInput>
/** Every category in its new order. */
export const orderCategoriesInput = z.strictObject({ slugs: z.array(slugSchema).min(1).max(categoriesMax) })
