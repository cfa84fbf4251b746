'use client'

import { type Channel, channels, isEverTold, type Topic, topics } from '@makegood/core/messages/message-plan'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Switch } from '@/components/ui/switch'
import { useTRPCClient } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

type Preferences = Outputs['store']['notification']['getPreferences']['preferences']

/** What is told over which way, each choice kept by its own press; one that could not be kept goes back and says why. */
export const PreferenceTable = ({ first }: { first: Preferences }) => {
  const t = useTranslations('account.notifications')
  const errors = useTranslations('errors')
  const caller = useTRPCClient()
  const [preferences, setPreferences] = useState(first)
  const [fault, setFault] = useState<ReturnType<typeof wordsKeyOf> | null>(null)
  const find = (topic: Topic, channel: Channel) =>
    isEverTold(channel, topic)
      ? preferences.find(choice => choice.topic === topic && choice.channel === channel)
      : undefined
  const shown = topics.filter(topic => channels.some(channel => find(topic, channel)))

  const put = (topic: Topic, channel: Channel, wanted: boolean) =>
    setPreferences(before =>
      before.map(choice => (choice.topic === topic && choice.channel === channel ? { ...choice, wanted } : choice)),
    )
  const choose = async (topic: Topic, channel: Channel, wanted: boolean) => {
    setFault(null)
    put(topic, channel, wanted)
    try {
      await caller.store.notification.setPreference.mutate({ topic, channel, wanted })
    } catch (error) {
      put(topic, channel, !wanted)
      setFault(wordsKeyOf(error))
    }
  }
  return (
    <>
      <div role="alert">
        {fault && (
          <Callout tone="bad" className="mb-4" title={t('failed')}>
            {errors(fault)}
          </Callout>
        )}
      </div>
      <div className="relative overflow-x-auto">
        <table className="w-full max-w-2xl">
          <caption className="sr-only">{t('choices')}</caption>
          <thead>
            <tr className="border-b border-line text-sm text-ink-2">
              <th scope="col" className="py-2 text-left font-normal">
                <span className="sr-only">{t('topic')}</span>
              </th>
              {channels.map(channel => (
                <th key={channel} scope="col" className="w-20 py-2 text-center font-normal">
                  {t(`channels.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(topic => (
              <tr key={topic} className="border-b border-line">
                <th scope="row" className="py-3 pr-3 text-left font-normal">
                  <span className="font-medium">{t(`topics.${topic}.title`)}</span>
                  <span className="block text-sm text-ink-2">{t(`topics.${topic}.text`)}</span>
                </th>
                {channels.map(channel => {
                  const choice = find(topic, channel)
                  return (
                    <td key={channel} className="py-3 text-center">
                      {!choice && <span className="text-sm text-ink-2">{t('never')}</span>}
                      {choice?.locked && <span className="text-sm text-ink-2">{t('always')}</span>}
                      {choice && !choice.locked && (
                        <Switch
                          hideLabel
                          label={t('choice', { topic: t(`topics.${topic}.title`), channel: t(`channels.${channel}`) })}
                          checked={choice.wanted}
                          onCheckedChange={wanted => choose(topic, channel, wanted)}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
