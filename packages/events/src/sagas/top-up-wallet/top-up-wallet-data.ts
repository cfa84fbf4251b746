export type TopUpWalletData = { readonly topUpId: string; readonly userId: string }

/** What `charge-top-up` records of a charge that was made or begun. */
export type ChargedTopUp = { readonly chargeRef: string; readonly actionUrl: string | null }
