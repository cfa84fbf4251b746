'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** An id for another system: one press copies it, and one click into it chooses all of it. */
export const CopyCode = ({ code }: { code: string }) => {
  const t = useTranslations('admin')
  const [copied, setCopied] = useState(false)
  // Browsers offer it at secure addresses only; elsewhere the id is chosen and copied by hand.
  const copy = () => navigator.clipboard?.writeText(code).then(() => setCopied(true))
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <code className="select-all break-all font-mono text-xs">{code}</code>
      <button
        type="button"
        onClick={copy}
        className="inline-flex min-h-7 items-center text-ink-2 underline underline-offset-4 pointer-coarse:min-h-11"
      >
        <span role="status">{t(copied ? 'copied' : 'copy')}</span>
      </button>
    </span>
  )
}
