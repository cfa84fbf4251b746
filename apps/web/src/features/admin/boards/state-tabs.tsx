import { TabLink } from '../tab-link'

type Props = { label: string; tabs: readonly { name: string; words: string; href: string }[]; current: string }

/** The states of a board; each has its own address. */
export const StateTabs = ({ label, tabs, current }: Props) => (
  <nav aria-label={label} className="mb-4 flex flex-wrap gap-x-5 border-b border-line">
    {tabs.map(({ name, words, href }) => (
      <TabLink key={name} href={href} open={name === current}>
        {words}
      </TabLink>
    ))}
  </nav>
)
