'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'
import { isEnough, type Option, toOptions } from './suggestion-options'

const quietMs = 180

/**
 * What the query may mean, asked once the typing rests. Each answer belongs to its own words, so an old one never takes the
 * place of a newer; the last lines stay until the next are there.
 */
export const useSuggestions = (typed: string): { options: readonly Option[]; settled: boolean; failed: boolean } => {
  const api = useTRPC()
  const locale = useLocale()
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), quietMs)
    return () => clearTimeout(timer)
  }, [typed])
  const q = rested.trim()
  const enabled = isEnough(q)
  const { data, isPlaceholderData, isError } = useQuery({
    ...api.store.catalogue.suggest.queryOptions({ locale, q }),
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    options: enabled && isEnough(typed) ? toOptions(q, data) : [],
    settled: enabled && data !== undefined && !isPlaceholderData && rested === typed,
    failed: enabled && isError,
  }
}
