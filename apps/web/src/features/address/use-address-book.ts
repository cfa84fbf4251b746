'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

/** The address book and what is done with one of its addresses: one act at a time, and the book is read anew after it. */
export const useAddressBook = (first: Outputs['store']['address']['list']) => {
  const api = useTRPC()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const book = useQuery(api.store.address.list.queryOptions(undefined, { initialData: first }))
  const busy = useRef(false)
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const readAnew = () => client.invalidateQueries({ queryKey: api.store.address.pathKey() })
  const act = async (addressId: string, send: () => Promise<unknown>) => {
    if (busy.current) return
    busy.current = true
    setBusyWith(addressId)
    setFault(null)
    try {
      await send()
    } catch (error) {
      setFault(wordsKeyOf(error))
    }
    await readAnew()
    busy.current = false
    setBusyWith(null)
  }
  return {
    addresses: book.data.addresses,
    addressesMax: book.data.addressesMax,
    busyWith,
    fault,
    readAnew,
    makeDefault: (addressId: string) => act(addressId, () => caller.store.address.makeDefault.mutate({ addressId })),
    remove: (addressId: string) => act(addressId, () => caller.store.address.remove.mutate({ addressId })),
  }
}
