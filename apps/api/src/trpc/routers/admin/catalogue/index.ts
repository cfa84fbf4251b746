import { router } from '../../../trpc.ts'
import { addCategory } from './add-category.ts'
import { applyImport } from './apply-import.ts'
import { createProduct } from './create-product.ts'
import { discardImport } from './discard-import.ts'
import { getImport } from './get-import.ts'
import { getProduct } from './get-product.ts'
import { listCategories } from './list-categories.ts'
import { listProducts } from './list-products.ts'
import { orderCategories } from './order-categories.ts'
import { removeCategory } from './remove-category.ts'
import { renameCategory } from './rename-category.ts'
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
  addCategory,
  renameCategory,
  orderCategories,
  removeCategory,
  getImport,
  applyImport,
  discardImport,
})
