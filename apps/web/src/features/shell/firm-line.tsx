import { Fragment } from 'react'

/** Facts of the firm in one line, parted by points: a narrow page breaks it between facts and never inside a number. */
export const FirmLine = ({ children, className }: { children: string; className?: string }) => (
  <p className={className}>
    {children.split(' · ').map((fact, place, { length }) => (
      <Fragment key={fact}>
        {place > 0 && ' '}
        <span className="inline-block">{place < length - 1 ? `${fact} ·` : fact}</span>
      </Fragment>
    ))}
  </p>
)
