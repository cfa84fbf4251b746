'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { useTRPCClient } from '@/lib/trpc/context'

const pollMs = 5_000

/** Says who else has this order open, so that two do not work on it without knowing. */
export const OtherOperators = ({ orderId }: { orderId: string }) => {
  const t = useTranslations('adminOrder.presence')
  const format = useFormatter()
  const client = useTRPCClient()
  const { data } = useQuery({
    queryKey: ['order-presence', orderId],
    queryFn: () => client.admin.order.tellPresence.mutate({ orderId }),
    refetchInterval: pollMs,
  })
  const names = (data?.others ?? []).map(({ name }) => name)
  return (
    <div role="status">
      {names.length > 0 && (
        <Callout className="mb-4">{t('others', { names: format.list(names), count: names.length })}</Callout>
      )}
    </div>
  )
}
