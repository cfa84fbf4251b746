import { boardCountMax } from '@makegood/core/console/board-counts'
import { cn } from '@/lib/cn'
import { TabLink } from '../tab-link'

type Tab = { name: string; words: string; href: string; count?: number }
type Props = { label: string; tabs: readonly Tab[]; current: string }

/** The states of a board, with how many are in each; each has its own address. */
export const StateTabs = ({ label, tabs, current }: Props) => (
  <nav aria-label={label} className="mb-4 flex flex-wrap gap-x-5 border-b border-line">
    {tabs.map(({ name, words, href, count }) => (
      <TabLink key={name} href={href} open={name === current}>
        {words}
        {count !== undefined && (
          <span className={cn('figures ml-1.5 font-normal', count > 0 && 'text-ink')}>
            {count > boardCountMax ? `${boardCountMax}+` : count}
          </span>
        )}
      </TabLink>
    ))}
  </nav>
)
