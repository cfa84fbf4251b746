import { ButtonLink } from '@/components/ui/button-link'

type Props = { label: string; tabs: readonly { name: string; words: string; href: string }[]; current: string }

/** The states of a board; each has its own address. */
export const StateTabs = ({ label, tabs, current }: Props) => (
  <nav aria-label={label} className="flex flex-wrap gap-2 pb-4">
    {tabs.map(({ name, words, href }) => (
      <ButtonLink
        key={name}
        href={href}
        size="small"
        kind={name === current ? 'primary' : 'line'}
        aria-current={name === current ? 'page' : undefined}
      >
        {words}
      </ButtonLink>
    ))}
  </nav>
)
