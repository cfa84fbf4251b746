import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'
import { LiveApiProvider } from '@/lib/trpc/live-provider'

export default function OrdersLayout({ children }: { children: ReactNode }) {
  return (
    <ClientWords of={['accountOffer', 'auth', 'findOrder', 'order', 'pay', 'receipt']}>
      <LiveApiProvider>{children}</LiveApiProvider>
    </ClientWords>
  )
}
