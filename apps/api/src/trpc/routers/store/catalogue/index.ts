import { router } from '../../../trpc.ts'
import { findNearby } from './find-nearby.ts'
import { getProduct } from './get-product.ts'
import { listCategories } from './list-categories.ts'
import { listProducts } from './list-products.ts'
import { listRelated } from './list-related.ts'
import { listSlugs } from './list-slugs.ts'
import { listTop } from './list-top.ts'
import { suggestProducts } from './suggest-products.ts'

export const catalogueRouter = router({
  list: listProducts,
  listCategories,
  listSlugs,
  listTop,
  listRelated,
  get: getProduct,
  suggest: suggestProducts,
  findNearby,
})
