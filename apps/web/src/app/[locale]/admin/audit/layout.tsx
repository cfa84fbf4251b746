import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function AuditLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminAudit']}>{children}</ClientWords>
}
