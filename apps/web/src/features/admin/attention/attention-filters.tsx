'use client'

import { incidentAgeNames } from '@makegood/core/saga/incident-inputs'
import { incidentKinds } from '@makegood/core/saga/incident-kinds'
import { sagaStarts } from '@makegood/core/saga/saga-starts'
import { useTranslations } from 'next-intl'
import { type FormEvent, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useRouter } from '@/i18n/navigation'
import { useStepName } from '../use-step-name'
import { useWordsOr } from '../use-words-or'
import { type AttentionQuery, attentionAddress, readAttentionQuery } from './attention-query'

const sagas = [...new Set(Object.values(sagaStarts).map(({ saga }) => saga))]

/** Which incidents are shown; the choice is in the address. */
export const AttentionFilters = ({ query, steps }: { query: AttentionQuery; steps: readonly string[] }) => {
  const t = useTranslations('adminAttention.filters')
  const kindOf = useWordsOr('admin.incidentKinds')
  const sagaOf = useWordsOr('admin.sagaNames')
  const stepOf = useStepName()
  const router = useRouter()
  const [pending, start] = useTransition()
  const go = (next: Record<string, string | undefined>) =>
    start(() => router.push(attentionAddress(readAttentionQuery({ ...query, cursor: undefined, ...next }))))
  const choice = (name: 'state' | 'kind' | 'saga' | 'step' | 'age', options: { value: string; label: string }[]) => (
    <Select
      key={`${name} ${query[name] ?? ''}`}
      label={t(`${name}.label`)}
      defaultValue={query[name] ?? ''}
      options={[{ value: '', label: t(`${name}.any`) }, ...options]}
      onChange={event => go({ [name]: event.target.value })}
    />
  )
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go({ search: String(new FormData(event.currentTarget).get('search') ?? '') })
  }
  const isFiltered = Object.keys(query).length > 0
  return (
    <search aria-busy={pending} className="mb-6 block border-b border-line pb-5">
      <form noValidate onSubmit={search} className="flex max-w-md items-end gap-2.5">
        <Field
          key={query.search ?? ''}
          className="grow"
          name="search"
          type="search"
          label={t('search')}
          defaultValue={query.search ?? ''}
          inputMode="search"
          autoComplete="off"
        />
        <Button type="submit" kind="line" size="medium">
          {t('go')}
        </Button>
      </form>
      <div className="mt-4 grid grid-cols-2 gap-3 md:grid-cols-5">
        {choice('state', [{ value: 'resolved', label: t('state.resolved') }])}
        {choice(
          'kind',
          incidentKinds.map(kind => ({ value: kind, label: kindOf(kind) })),
        )}
        {choice(
          'saga',
          sagas.map(saga => ({ value: saga, label: sagaOf(saga) })),
        )}
        {choice(
          'step',
          [...new Set([...(query.step ? [query.step] : []), ...steps])].map(step => ({
            value: step,
            label: stepOf(step),
          })),
        )}
        {choice(
          'age',
          incidentAgeNames.map(age => ({ value: age, label: t(`age.${age}`) })),
        )}
      </div>
      {isFiltered && (
        <ButtonLink href={attentionAddress({})} kind="line" size="small" className="mt-3">
          {t('clear')}
        </ButtonLink>
      )}
    </search>
  )
}
