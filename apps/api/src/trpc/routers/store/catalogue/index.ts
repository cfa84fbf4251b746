import { router } from '../../../trpc.ts'
import { getProduct } from './get-product.ts'
import { listProducts } from './list-products.ts'
import { listTop } from './list-top.ts'

export const catalogueRouter = router({ list: listProducts, listTop, get: getProduct })
