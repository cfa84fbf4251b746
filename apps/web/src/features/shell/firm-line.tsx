import { Fragment } from 'react'

/** Facts of the firm in one line, parted by points: a narrow page breaks it between facts and never inside a number. */
export const FirmLine = ({ children, className }: { children: string; className?: string }) => (
  <p className={className}>
    {children.split(' · ').map((fact, place) => (
      <Fragment key={fact}>
        {place > 0 && ' · '}
        <span className="inline-block">{fact}</span>
      </Fragment>
    ))}
  </p>
)
