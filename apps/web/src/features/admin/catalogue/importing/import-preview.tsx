'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { GuardedButton } from '@/features/admin/guarded-button'
import { PlainTable } from '@/features/admin/plain-table'
import { useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { detailsOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { downloadText, toCsv } from './download-text'

type View = Outputs['admin']['catalogue']['getImport']

const shownMax = 200
const failures = ['import-changed', 'import-has-bad-lines', 'import-ended'] as const

/** What a file would do, line by line, before it does it; then what it has done. */
export const ImportPreview = ({ first }: { first: View }) => {
  const t = useTranslations('adminCatalogue.importing')
  const errors = useTranslations('errors')
  const router = useRouter()
  const api = useTRPC()
  const client = useQueryClient()
  const [allOrNothing, setAllOrNothing] = useState(false)
  const question = api.admin.catalogue.getImport.queryOptions({ importId: first.importId })
  const apply = useMutation(
    api.admin.catalogue.applyImport.mutationOptions({
      onSuccess: done => client.setQueryData(question.queryKey, done),
    }),
  )
  // A large file may take longer than the browser waits: what became of it is looked at again.
  const { data: view } = useQuery({
    ...question,
    initialData: first,
    refetchInterval: apply.isPending || apply.isError ? 3000 : false,
  })
  const discard = useMutation(
    api.admin.catalogue.discardImport.mutationOptions({ onSuccess: () => router.push('/admin/products/import') }),
  )
  const { importId, fileName, status, counts, problems, changes } = view
  const units = counts.new + counts.changed
  const refusal = units === 0 ? t('nothing') : allOrNothing && counts.bad > 0 ? t('fixFirst') : null
  const title = { PREVIEWED: 'preview', APPLIED: 'applied', DISCARDED: 'discarded' } as const
  const error = apply.error ?? discard.error
  const failure = failures.find(known => known === detailsOf(error).reason)
  const report = () =>
    toCsv([
      [t('line'), t('column'), t('value'), t('wrong')],
      ...problems.map(({ line, column, value, code }) => [String(line), column ?? '', value, t(`problems.${code}`)]),
    ])
  return (
    <div className="grid gap-8">
      <section aria-labelledby="import-title">
        <h2 id="import-title" className="text-sub break-words">
          {t(title[status], { name: fileName })}
        </h2>
        <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-3">
          {(['new', 'changed', 'unchanged', 'bad'] as const).map(what => (
            <div key={what}>
              <dt className="text-ink-2">{t(`counts.${what}`)}</dt>
              <dd className={what === 'bad' && counts.bad > 0 ? 'figures text-head text-rust' : 'figures text-head'}>
                {counts[what]}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {status === 'PREVIEWED' && (
        <div>
          <p className="max-w-2xl text-ink-2">{t('effect')}</p>
          <Checkbox
            label={t('allOrNothing')}
            checked={allOrNothing}
            onChange={event => setAllOrNothing(event.target.checked)}
          />
          {error && (
            <Callout tone="bad" role="alert" className="mb-3" title={t('failed')}>
              {failure ? t(`failures.${failure}`) : errors(wordsKeyOf(error))}
            </Callout>
          )}
          <div className="flex flex-wrap gap-2.5">
            <GuardedButton
              permission="catalogue.write"
              size="small"
              refusal={refusal}
              aria-disabled={apply.isPending || undefined}
              onClick={() => apply.mutate({ importId, allOrNothing })}
            >
              {apply.isPending ? t('applying') : t('apply', { count: units })}
            </GuardedButton>
            <GuardedButton
              permission="catalogue.write"
              kind="line"
              size="small"
              onClick={() => discard.mutate({ importId })}
            >
              {t('discard')}
            </GuardedButton>
          </div>
        </div>
      )}
      {status !== 'PREVIEWED' && (
        <div>
          <ButtonLink href="/admin/products/import" kind="line" size="small">
            {t('another')}
          </ButtonLink>
        </div>
      )}
      {problems.length > 0 && (
        <div>
          <PlainTable
            title={t('badTitle')}
            columns={[t('line'), t('column'), t('value'), t('wrong')]}
            rows={problems.slice(0, shownMax).map(({ line, column, value, code }) => ({
              key: `${line} ${column} ${code}`,
              cells: [
                <span key="line" className="figures">
                  {line}
                </span>,
                column ?? '',
                <span key="value" className="break-all">
                  {value}
                </span>,
                t(`problems.${code}`),
              ],
            }))}
          />
          {problems.length > shownMax && <p className="mt-2 text-ink-2">{t('badMore', { shown: shownMax })}</p>}
          <Button kind="line" size="small" className="mt-3" onClick={() => downloadText('bad-lines.csv', report())}>
            {t('download')}
          </Button>
        </div>
      )}
      <div>
        <PlainTable
          title={t('changesTitle')}
          columns={[t('line'), 'SKU', t('what')]}
          rows={changes.map(change => ({
            key: String(change.line),
            cells: [
              <span key="line" className="figures">
                {change.line}
              </span>,
              <span key="sku" className="break-all">
                {change.sku}
              </span>,
              <span key="what" className="break-words">
                {change.what === 'new'
                  ? t('whats.new')
                  : change.fields.map(({ column, before, after }) => `${column}: ${before} → ${after}`).join(' · ')}
              </span>,
            ],
          }))}
        />
        {units > changes.length && <p className="mt-2 text-ink-2">{t('changesMore')}</p>}
      </div>
    </div>
  )
}
