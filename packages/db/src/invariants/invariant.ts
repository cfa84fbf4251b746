import type { Tx } from '../client.ts'

export type Breach = { readonly invariant: string; readonly subject: string; readonly detail: string }

/** What must hold at every quiet moment. The query answers the rows that break the rule, at most a hundred. */
export type Invariant = {
  readonly invariant: string
  readonly find: (db: Tx) => Promise<Omit<Breach, 'invariant'>[]>
}
