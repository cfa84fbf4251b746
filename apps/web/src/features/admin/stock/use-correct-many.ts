'use client'

import { newId } from '@makegood/core/ids'
import type { CorrectionKind } from '@makegood/core/stock/inputs'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'

type Change = { readonly variantId: string; readonly amount: number }
type Wanted = { readonly kind: CorrectionKind; readonly note: string; readonly changes: readonly Change[] }
export type Corrected = Outputs['admin']['stock']['correctMany'][number]

/** Corrects several variants together; what was done can be taken back, by the opposite differences and with lines of its own. */
export const useCorrectMany = () => {
  const router = useRouter()
  const mutation = useMutation(useTRPC().admin.stock.correctMany.mutationOptions())
  const [undoable, setUndoable] = useState<Wanted | null>(null)
  // The same change sent again, because no answer came, is the same request.
  const ids = useRef(new Map<string, string>())
  const idOf = (key: string): string => {
    const id = ids.current.get(key) ?? newId('stockChange', new Date())
    ids.current.set(key, id)
    return id
  }
  const send = async ({ kind, note, changes }: Wanted): Promise<readonly Corrected[]> => {
    const rows = changes.map(change => ({
      ...change,
      requestId: idOf(`${kind} ${note} ${change.variantId} ${change.amount}`),
    }))
    const corrected = await mutation.mutateAsync({ kind, note, rows })
    ids.current.clear()
    const done = new Set(corrected.filter(row => row.outcome === 'corrected').map(row => row.variantId))
    setUndoable({ kind, note, changes: changes.filter(({ variantId }) => done.has(variantId)) })
    router.refresh()
    return corrected
  }
  return { send, undoable, forgetUndo: () => setUndoable(null), isPending: mutation.isPending, error: mutation.error }
}
