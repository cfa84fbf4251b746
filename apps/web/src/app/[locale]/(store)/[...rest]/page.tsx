import { notFound } from 'next/navigation'

/** Any address that no page has: the not-found page, inside the shop's frame. */
export default function UnknownPage(): never {
  notFound()
}
