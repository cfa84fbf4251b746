import { customerLedgerInput } from '@makegood/core/customer/inputs'
import { walletEntryPageSchema } from '@makegood/core/wallet/views'
import { listWalletEntries } from '@makegood/db/wallet/list-wallet-entries'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of a customer’s wallet ledger. */
export const listLedger = operatorProcedure('customer.read')
  .input(customerLedgerInput)
  .output(walletEntryPageSchema)
  .query(({ ctx, input }) => listWalletEntries(ctx.api.db, input))
