'use client'

import { useEffect, useRef, useState } from 'react'
import { useTRPCClient } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { decodeKey } from './decode-key'

export type PushState = 'looking' | 'unsupported' | 'denied' | 'off' | 'on'
type Fault = ReturnType<typeof wordsKeyOf> | 'service'

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const findSubscription = async (): Promise<PushSubscription | null> => {
  const registration = await navigator.serviceWorker.getRegistration('/sw.js')
  return (await registration?.pushManager.getSubscription()) ?? null
}

/**
 * Messages to this browser. Permission is asked for by a press and never before; what the browser says is what is shown,
 * and the shop is told of it, so that both agree.
 */
export const usePush = (publicKey: string) => {
  const caller = useTRPCClient()
  const [state, setState] = useState<PushState>('looking')
  const [sending, setSending] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const busy = useRef(false)

  useEffect(() => {
    if (!isSupported()) return setState('unsupported')
    if (Notification.permission === 'denied') return setState('denied')
    findSubscription().then(
      subscription => setState(subscription ? 'on' : 'off'),
      (error: unknown) => {
        console.warn('this browser does not say whether it is subscribed', error)
        setState('off')
      },
    )
  }, [])

  const once = async (act: () => Promise<PushState>) => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setFault(null)
    try {
      setState(await act())
    } catch (error) {
      console.warn('push could not be changed', error)
      setFault(error instanceof DOMException ? 'service' : wordsKeyOf(error))
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  const subscribe = () =>
    once(async () => {
      const permission = await Notification.requestPermission()
      if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
      await navigator.serviceWorker.register('/sw.js')
      const { pushManager } = await navigator.serviceWorker.ready
      const subscription =
        (await pushManager.getSubscription()) ??
        (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: decodeKey(publicKey) }))
      const { endpoint, keys } = subscription.toJSON()
      try {
        await caller.store.notification.savePushSubscription.mutate({
          endpoint: endpoint ?? '',
          keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
        })
      } catch (error) {
        // A subscription that the shop does not know of would only look as if it worked.
        await subscription.unsubscribe()
        throw error
      }
      return 'on'
    })
  const unsubscribe = () =>
    once(async () => {
      const subscription = await findSubscription()
      if (subscription) {
        await caller.store.notification.removePushSubscription.mutate({ endpoint: subscription.endpoint })
        await subscription.unsubscribe()
      }
      return 'off'
    })
  return { state, sending, fault, subscribe, unsubscribe }
}
