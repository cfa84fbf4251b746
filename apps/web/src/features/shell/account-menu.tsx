'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFetchedPart } from '@/lib/use-fetched-part'
import type { Me } from './header'

const item = 'inline-flex min-h-11 items-center gap-1 px-2.5 whitespace-nowrap'

const loadPanel = () => import('./account-menu-panel').then(module => module.AccountMenuPanel)

/** The way to what is one's own. The menu's code is fetched when a pointer or the focus comes near, so that no page waits for it. */
export const AccountMenu = ({ me }: { me: Me }) => {
  const t = useTranslations('nav')
  const [Panel, openPanel] = useFetchedPart(loadPanel)
  const words = (
    <>
      <span className="max-w-32 truncate">{me ? t('person', { name: me.name }) : t('account')}</span>
      <ChevronDown size={15} strokeWidth={1.5} aria-hidden="true" />
    </>
  )
  if (Panel)
    return (
      <Panel
        me={me}
        trigger={
          <button type="button" className={item}>
            {words}
          </button>
        }
      />
    )
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadPanel()}
      onFocus={() => void loadPanel()}
      onClick={openPanel}
      className={item}
    >
      {words}
    </button>
  )
}
