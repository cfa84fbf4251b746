'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import type { Placing } from './use-place-and-pay'

export type PayButtonProps = {
  state: Placing['state']
  /** Exactly what is taken when it is pressed. */
  total: string
  /** The things in the cart that cannot be had as they are. */
  blocked: readonly string[]
  /** What keeps it from being ordered is said already, with the way to the cart. */
  told: boolean
  /** What there is to pay is not known yet. */
  unknown: boolean
  className?: string
}

/** Orders and pays; while it does, it says what is being done. */
export const PayButton = ({ state, total, blocked, told, unknown, className }: PayButtonProps) => {
  const t = useTranslations('checkout')
  const busy = state !== 'idle'
  return (
    <div className={cn('w-full flex-col gap-2', className)}>
      {blocked.length > 0 && !told && (
        <p className="text-sm font-medium text-rust">
          {t('blocked', { names: blocked.join(', ') })}{' '}
          <Link href="/cart" className="in-text text-link">
            {t('changeCart')}
          </Link>
        </p>
      )}
      <Button
        type="submit"
        form="checkout"
        className="w-full"
        disabled={blocked.length > 0}
        aria-disabled={busy || unknown}
      >
        <span role={busy ? 'status' : undefined}>{busy ? t(`steps.${state}`) : t('pay', { total })}</span>
      </Button>
    </div>
  )
}
