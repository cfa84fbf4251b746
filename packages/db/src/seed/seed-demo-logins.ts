import { hashPassword } from 'better-auth/crypto'
import type { Prisma } from '../generated/prisma/client.ts'
import { demoLogins } from './demo-logins.ts'

/**
 * Adds the demo logins whose e-mail nobody has yet, as better-auth would have signed them up, and answers how many. A
 * login that is there keeps its password and its role.
 */
export const seedDemoLogins = async (tx: Prisma.TransactionClient): Promise<number> => {
  const taken = await tx.user.findMany({
    where: { email: { in: demoLogins.map(login => login.email) } },
    select: { email: true },
  })
  const missing = demoLogins.filter(login => !taken.some(user => user.email === login.email))
  for (const { role, name, email, password } of missing) {
    const id = `demo-${role}`
    await tx.user.create({
      data: {
        id,
        name,
        email,
        emailVerified: true,
        role,
        accounts: {
          create: {
            id: `${id}-password`,
            accountId: id,
            providerId: 'credential',
            password: await hashPassword(password),
          },
        },
      },
    })
  }
  return missing.length
}
