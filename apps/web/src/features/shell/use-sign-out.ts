'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useRouter } from '@/i18n/navigation'

/** What only somebody who signs out needs, fetched then. */
const loadParts = () => Promise.all([import('@/lib/auth-client'), import('@/features/checkout/checkout-draft')])

/** Signs out and forgets everything that was read as that person, then shows the home page to the guest. */
export const useSignOut = () => {
  const router = useRouter()
  const client = useQueryClient()
  const [failed, setFailed] = useState(false)
  const signOut = async () => {
    setFailed(false)
    const [{ authClient }, { forgetCheckout }] = await loadParts()
    const { error } = await authClient.signOut()
    if (error) return setFailed(true)
    forgetCheckout()
    client.clear()
    router.push('/')
    router.refresh()
  }
  return { signOut, failed }
}
