'use client'

import type { Permission } from '@makegood/core/user/permissions'
import type { ReactNode } from 'react'
import { GuardedButton } from './guarded-button'

type Props = {
  permission: Permission
  /** Asked when it is pressed: it may name what only the browser knows. */
  address: () => string
  onBegin?: () => void
  children: ReactNode
}

/** Hands a file of the api to the browser, which shows how far it is and can stop it; for whoever may take it out. */
export const GuardedDownload = ({ permission, address, onBegin, children }: Props) => (
  <GuardedButton
    permission={permission}
    kind="line"
    size="small"
    onClick={() => {
      const link = document.createElement('a')
      link.href = address()
      link.download = ''
      link.click()
      onBegin?.()
    }}
  >
    {children}
  </GuardedButton>
)
