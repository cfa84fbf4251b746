'use client'

import { type Permission, permissions } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import { useFormatter, useTranslations } from 'next-intl'
import { type ComponentProps, useId } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { useMay } from './operator-role'

type Props = ComponentProps<typeof Button> & {
  permission: Permission
  /** Why it cannot be pressed now although the role may, in words; nothing where it can. */
  refusal?: string | null | undefined
}

/** In words, who may do this; for what is not pressed but typed or chosen too. */
export const useWhoMay = (permission: Permission): string => {
  const t = useTranslations('adminShell')
  const format = useFormatter()
  const may: readonly Role[] = permissions[permission]
  return t('onlyRoles', { roles: format.list(may.map(role => t(`roles.${role}`))) })
}

/**
 * A button of an act that asks for a permission. Where the role may not, or it cannot be done now, it stays in its place and
 * can be reached, does nothing, and says why: on hover, on focus, and to a screen reader.
 */
export const GuardedButton = ({ permission, refusal, onClick, className, type = 'button', ...props }: Props) => {
  const id = useId()
  const may = useMay(permission)
  const whoMay = useWhoMay(permission)
  const why = may ? (refusal ?? null) : whoMay
  const off = why !== null || props['aria-disabled'] === true || props['aria-disabled'] === 'true'
  return (
    <span className={cn('group relative inline-flex', className)}>
      <Button
        {...props}
        type={off ? 'button' : type}
        className="w-full"
        aria-disabled={off || undefined}
        aria-describedby={why === null ? props['aria-describedby'] : id}
        onClick={event => {
          if (off) event.preventDefault()
          else onClick?.(event)
        }}
      />
      {why !== null && (
        <span
          id={id}
          role="tooltip"
          className="pointer-events-none absolute top-full left-0 z-40 mt-1.5 hidden w-max max-w-[min(16rem,70vw)] rounded-sm border border-edge bg-sheet px-3 py-2 text-left text-sm font-normal text-ink group-focus-within:block group-hover:block"
        >
          {why}
        </span>
      )}
    </span>
  )
}
