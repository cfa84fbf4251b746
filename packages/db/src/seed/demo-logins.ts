import type { Role } from '@makegood/core/user/roles'

export type DemoLogin = {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Who can sign in to a freshly seeded shop: a shopper, and one operator of each role. Known to all, so for demo shops only. */
export const demoLogins: readonly DemoLogin[] = [
  { role: 'shopper', name: '김하나', email: 'shopper@example.com', password: 'gold-seam-shopper' },
  { role: 'support', name: '이서연', email: 'support@example.com', password: 'gold-seam-support' },
  { role: 'finance', name: '박준호', email: 'finance@example.com', password: 'gold-seam-finance' },
  { role: 'operations', name: '최민재', email: 'operations@example.com', password: 'gold-seam-operations' },
  { role: 'admin', name: '정유진', email: 'admin@example.com', password: 'gold-seam-admin' },
]

/** The id of the demo login of this role, where the seed made it. */
export const demoLoginId = (role: Role): string => `demo-${role}`
