import type { ReactNode } from 'react'
import { ClientWords } from '@/i18n/client-words'

/** The narrow page of sign-in and sign-up. */
export const AuthShell = ({ title, lead, children }: { title: string; lead: string; children: ReactNode }) => (
  <div className="wrap">
    <div className="mx-auto max-w-md pt-8 md:pt-14">
      <h1 className="text-title">{title}</h1>
      <p className="mt-3 text-ink-2">{lead}</p>
      <ClientWords of={['auth']}>{children}</ClientWords>
    </div>
  </div>
)
