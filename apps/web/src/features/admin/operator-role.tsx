'use client'

import { isPermitted, type Permission } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import { createContext, type ReactNode, useContext } from 'react'

const OperatorRole = createContext<Role>('shopper')

/** Tells everything in it which role looks at the console; the api decides by its own knowledge once more. */
export const OperatorRoleProvider = ({ role, children }: { role: Role; children: ReactNode }) => (
  <OperatorRole value={role}>{children}</OperatorRole>
)

export const useRole = (): Role => useContext(OperatorRole)

export const useMay = (permission: Permission): boolean => isPermitted(useRole(), permission)
