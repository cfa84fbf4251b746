'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { usePush } from './use-push'

/** Turns messages to this browser on and off, and says plainly why where it cannot. */
export const PushPanel = ({ publicKey }: { publicKey: string }) => {
  const t = useTranslations('account.notifications')
  const errors = useTranslations('errors')
  const { state, sending, fault, subscribe, unsubscribe } = usePush(publicKey)
  return (
    <div className="max-w-xl">
      <p role="status" className="min-h-7">
        {state !== 'looking' && t(`pushStates.${state}`)}
      </p>
      {(state === 'off' || state === 'on') && (
        <Button
          kind={state === 'on' ? 'line' : 'primary'}
          size="medium"
          className="mt-3"
          aria-disabled={sending}
          onClick={state === 'on' ? unsubscribe : subscribe}
        >
          {sending ? t('pushSending') : t(state === 'on' ? 'pushOff' : 'pushOn')}
        </Button>
      )}
      {fault && (
        <Callout tone="bad" role="alert" className="mt-4" title={t('pushFailed')}>
          {fault === 'service' ? t('pushService') : errors(fault)}
        </Callout>
      )}
    </div>
  )
}
