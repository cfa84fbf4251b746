import type { AlertView } from '@makegood/core/alert/views'
import { useTranslations } from 'next-intl'

/** Who was told that an alert opened, and that it closed; the reason where a mail has not gone yet. */
export const AlertMails = ({ mails }: { mails: AlertView['mails'] }) => {
  const t = useTranslations('adminAlerts.mail')
  if (mails.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <ul className="text-ink-2">
      {mails.map(({ moment, recipient, sentAt, lastError }) => (
        <li key={`${moment} ${recipient}`} className="break-words">
          {t(`${moment}.${sentAt ? 'sent' : 'waiting'}`, { recipient })}
          {!sentAt && lastError && ` (${lastError})`}
        </li>
      ))}
    </ul>
  )
}
