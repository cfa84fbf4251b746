'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { detailsOf } from '@/lib/trpc/shop-code'
import { type Draft, draftOf, type Product } from './product-draft'

/**
 * Saves a product at the version that the operator saw. Where somebody else was faster, `theirs` is what is stored now; where
 * it was saved, `before` is what a press on undo puts back.
 */
export const useSaveProduct = (first: Product) => {
  const api = useTRPC()
  const calls = useTRPCClient()
  const client = useQueryClient()
  const [stored, setStored] = useState(first)
  const [theirs, setTheirs] = useState<Product | null>(null)
  const [before, setBefore] = useState<Draft | null>(null)
  const mutation = useMutation(api.admin.catalogue.save.mutationOptions())
  const readAgain = async (): Promise<Product> => {
    const now = await calls.admin.catalogue.get.query({ productId: first.id })
    setStored(now)
    await client.invalidateQueries({ queryKey: api.admin.catalogue.pathKey() })
    return now
  }
  const save = async ({ slug: _, ...draft }: Draft, version: number): Promise<Product | null> => {
    const was = draftOf(stored)
    try {
      await mutation.mutateAsync({ ...draft, version })
    } catch (error) {
      // What was refused stands in the mutation; a conflict is shown with what is there now.
      if (detailsOf(error).reason === 'product-changed')
        setTheirs(await calls.admin.catalogue.get.query({ productId: first.id }))
      return null
    }
    setTheirs(null)
    setBefore(was)
    return await readAgain()
  }
  return {
    stored,
    theirs,
    before,
    save,
    readAgain,
    isSaving: mutation.isPending,
    error: mutation.error,
    isSaved: mutation.isSuccess,
    forget: () => {
      mutation.reset()
      setTheirs(null)
      setBefore(null)
    },
    take: (product: Product) => {
      mutation.reset()
      setStored(product)
      setTheirs(null)
    },
  }
}
