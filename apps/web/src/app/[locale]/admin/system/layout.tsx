import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function SystemLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminSystem', 'adminOrder']}>{children}</ClientWords>
}
