import { listWalletEntriesInput } from '@makegood/core/wallet/inputs'
import { walletEntryPageSchema } from '@makegood/core/wallet/views'
import { listWalletEntries as readEntries } from '@makegood/db/wallet/list-wallet-entries'
import { signedInProcedure } from '../../../trpc.ts'

/** A page of the caller's own ledger, newest first. */
export const listWalletEntries = signedInProcedure
  .input(listWalletEntriesInput)
  .output(walletEntryPageSchema)
  .query(({ ctx, input }) => readEntries(ctx.api.db, { userId: ctx.user.id, cursor: input.cursor }))
