import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={['adminSettings']}>{children}</ClientWords>
}
