import { router } from '../../../trpc.ts'
import { getTopUp } from './get-top-up.ts'
import { getWallet } from './get-wallet.ts'
import { listWalletEntries } from './list-wallet-entries.ts'
import { topUpWallet } from './top-up-wallet.ts'

export const walletRouter = router({ get: getWallet, listEntries: listWalletEntries, topUp: topUpWallet, getTopUp })
