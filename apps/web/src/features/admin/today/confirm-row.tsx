'use client'

import { attentionCountMax } from '@makegood/core/today/views'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'

/** That paid orders wait for an operator to confirm them, with the way to their list. */
export const ConfirmRow = ({ count }: { count: number }) => {
  const t = useTranslations('adminToday.attention')
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-1 rounded-sm border border-l-2 border-line border-l-gold px-4 py-2">
      <div className="min-w-0 grow basis-80">
        <p className="font-semibold">
          {t('toConfirm', { count, shown: count >= attentionCountMax ? `${attentionCountMax}+` : `${count}` })}
        </p>
        <p className="text-ink-2">{t('toConfirmMeaning')}</p>
      </div>
      <ButtonLink href="/admin/orders?status=PAID&sort=oldest" kind="line" size="small">
        {t('seeToConfirm')}
      </ButtonLink>
    </div>
  )
}
