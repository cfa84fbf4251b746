import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { supportMail } from '@/lib/support-mail'

const to = (href: string) => (words: ReactNode) => (
  <Link href={href} className="in-text text-link">
    {words}
  </Link>
)

/** What the marks in the words of these pages stand for: paragraphs, and the places that a sentence leads to. */
export const termsMarks = {
  p: (words: ReactNode) => <p>{words}</p>,
  orders: to('/orders'),
  find: to('/orders/find'),
  returns: to('/delivery-and-returns'),
  privacy: to('/privacy'),
  removal: to('/account/delete'),
  profile: to('/account/profile'),
  notifications: to('/account/notifications'),
  mail: () => (
    <a href={`mailto:${supportMail}`} className="in-text text-link">
      {supportMail}
    </a>
  ),
}
