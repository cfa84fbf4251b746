import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'
import { LiveApiProvider } from '@/lib/trpc/live-provider'

export default function CheckoutLayout({ children }: { children: ReactNode }) {
  return (
    <ClientWords of={['checkout', 'order', 'pay']}>
      <LiveApiProvider>{children}</LiveApiProvider>
    </ClientWords>
  )
}
