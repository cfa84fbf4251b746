import { router } from '../../../trpc.ts'
import { addNote } from './add-note.ts'
import { adjustWallet } from './adjust-wallet.ts'
import { getCustomer } from './get-customer.ts'
import { getGuest } from './get-guest.ts'
import { listCustomers } from './list-customers.ts'
import { listLedger } from './list-ledger.ts'

export const customerRouter = router({
  list: listCustomers,
  get: getCustomer,
  getGuest,
  listLedger,
  addNote,
  adjustWallet,
})
