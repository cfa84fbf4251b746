import { addressesMax } from '@makegood/core/address/inputs'
import { addressBookSchema } from '@makegood/core/address/views'
import { listAddresses as readAddresses } from '@makegood/db/address/list-addresses'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** The caller's own addresses, the default first. */
export const listAddresses = signedInProcedure
  .input(z.undefined())
  .output(addressBookSchema)
  .query(async ({ ctx }) => ({ addresses: await readAddresses(ctx.api.db, ctx.user.id), addressesMax }))
