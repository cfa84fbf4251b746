/**
 * `retryable`: nothing has happened through this call, send it again later. `unknown`: it may have happened; sending the
 * same key again is safe as far as the other side recognises a repeat, and each port says how far that is.
 */
export type MessageTrouble =
  | { readonly outcome: 'retryable'; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string }

/** What became of one message. `refused` will never work for this recipient or this content; `detail` is for operators. */
export type MessageAnswer<Reason extends string> =
  | { readonly outcome: 'ok'; readonly ref: string }
  | { readonly outcome: 'refused'; readonly reason: Reason; readonly detail: string }
  | MessageTrouble
