'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Suspense, useId, useState } from 'react'
import { CloseButton } from '@/components/ui/close-button'
import { Modal } from '@/components/ui/modal'
import { SearchBox } from './search-box'

/** The search over the whole width, for screens with no room for a field in the header. */
export const SearchPanel = ({ className }: { className?: string }) => {
  const t = useTranslations('search')
  const [open, setOpen] = useState(false)
  const titleId = useId()
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t('open')}
        onClick={() => setOpen(true)}
        className={className}
      >
        <Search size={21} strokeWidth={1.5} aria-hidden="true" />
      </button>
      <Modal
        open={open}
        onClose={() => setOpen(false)}
        labelledBy={titleId}
        className="inset-x-0 top-0 max-h-dvh w-full overflow-y-auto"
      >
        <div className="flex items-start gap-2 px-4.5 pt-3 pb-5">
          <h2 id={titleId} className="sr-only">
            {t('label')}
          </h2>
          <div className="min-w-0 grow">
            <Suspense>
              <SearchBox inPanel onDone={() => setOpen(false)} />
            </Suspense>
          </div>
          <CloseButton label={t('close')} onClick={() => setOpen(false)} />
        </div>
      </Modal>
    </>
  )
}
