import { router } from '../../../trpc.ts'
import { acceptPrice } from './accept-price.ts'
import { addCartLine } from './add-cart-line.ts'
import { changeCartLine } from './change-cart-line.ts'
import { getCart } from './get-cart.ts'
import { removeCartLine } from './remove-cart-line.ts'

export const cartRouter = router({
  get: getCart,
  addLine: addCartLine,
  changeLine: changeCartLine,
  removeLine: removeCartLine,
  acceptPrice,
})
