import type { Tx } from '../client.ts'

export type StockWhy = {
  readonly kind?: string
  readonly note?: string
  readonly operatorId?: string
  readonly orderId?: string
  readonly requestId?: string
  /** Where it is not now: of what has been before. */
  readonly at?: Date
}

/** Tells the trigger that writes the stock's ledger who changes the stock and why, until the caller's transaction ends. */
export const sayWhyStock = async (tx: Tx, why: StockWhy): Promise<void> => {
  await tx.$queryRaw`select set_config('makegood.stock_why', ${JSON.stringify(why)}, true)`
}
