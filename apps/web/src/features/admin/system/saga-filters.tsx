'use client'

import { sagaNames, sagaStates } from '@makegood/core/system/views'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { useWordsOr } from '../use-words-or'
import { type SystemQuery, sagaAges } from './system-query'
import { useTook } from './use-took'

/** A plain form: what was asked is in the address. */
export const SagaFilters = ({ query }: { query: SystemQuery }) => {
  const t = useTranslations('adminSystem.list')
  const nameOf = useWordsOr('admin.sagaNames')
  const locale = useLocale()
  const took = useTook()
  return (
    <form
      action={`${locale === 'ko' ? '' : `/${locale}`}/admin/system#sagas`}
      className="mt-3 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      <Select
        label={t('states.label')}
        name="saga"
        defaultValue={query.state}
        options={sagaStates.map(state => ({ value: state, label: t(`states.${state}`) }))}
      />
      <Select
        label={t('names')}
        name="name"
        defaultValue={query.name ?? ''}
        options={[
          { value: '', label: t('everyName') },
          ...sagaNames.map(name => ({ value: name, label: nameOf(name) })),
        ]}
      />
      <Select
        label={t('ages')}
        name="age"
        defaultValue={String(query.olderThanSeconds ?? '')}
        options={[
          { value: '', label: t('anyAge') },
          ...sagaAges.map(age => ({ value: String(age), label: t('longer', { time: took(age * 1000) }) })),
        ]}
      />
      <Button type="submit" kind="line">
        {t('show')}
      </Button>
    </form>
  )
}
