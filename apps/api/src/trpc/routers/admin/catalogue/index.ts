import { router } from '../../../trpc.ts'
import { applyImport } from './apply-import.ts'
import { createProduct } from './create-product.ts'
import { discardImport } from './discard-import.ts'
import { getImport } from './get-import.ts'
import { getProduct } from './get-product.ts'
import { listCategories } from './list-categories.ts'
import { listProducts } from './list-products.ts'
import { savePictures } from './save-pictures.ts'
import { saveProduct } from './save-product.ts'
import { setProductState } from './set-product-state.ts'

export const catalogueRouter = router({
  list: listProducts,
  get: getProduct,
  create: createProduct,
  save: saveProduct,
  setState: setProductState,
  savePictures,
  listCategories,
  getImport,
  applyImport,
  discardImport,
})
