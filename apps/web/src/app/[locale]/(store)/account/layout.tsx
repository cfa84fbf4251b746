import type { ReactNode } from 'react'
import { AccountNav } from '@/features/account/account-nav'
import { ClientWords } from '@/i18n/client-words'

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <ClientWords of={['account', 'auth', 'checkout', 'order', 'pay']}>
      <div className="wrap grid grid-cols-1 gap-x-16 pt-2 lg:grid-cols-[12rem_1fr] lg:pt-8">
        <AccountNav />
        <div className="min-w-0">{children}</div>
      </div>
    </ClientWords>
  )
}
