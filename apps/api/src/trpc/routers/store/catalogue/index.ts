import { router } from '../../../trpc.ts'
import { getProduct } from './get-product.ts'
import { listProducts } from './list-products.ts'

export const catalogueRouter = router({ list: listProducts, get: getProduct })
