import type { listProductsInput } from '@makegood/core/catalogue/inputs'
import type { productPageSchema } from '@makegood/core/catalogue/views'
import type { z } from 'zod'

export type ListProducts = z.output<typeof listProductsInput>
export type ProductPage = z.output<typeof productPageSchema>
