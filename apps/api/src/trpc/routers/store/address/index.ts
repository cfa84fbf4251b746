import { router } from '../../../trpc.ts'
import { listAddresses } from './list-addresses.ts'
import { makeDefaultAddress } from './make-default-address.ts'
import { removeAddress } from './remove-address.ts'
import { saveAddress } from './save-address.ts'

export const addressRouter = router({
  list: listAddresses,
  save: saveAddress,
  remove: removeAddress,
  makeDefault: makeDefaultAddress,
})
