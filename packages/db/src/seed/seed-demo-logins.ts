import { hashPassword } from 'better-auth/crypto'
import type { Prisma } from '../generated/prisma/client.ts'
import { type DemoLogin, demoLoginId, demoLogins } from './demo-logins.ts'

/**
 * Adds the demo logins that are not there yet and whose e-mail nobody else has, as better-auth would have signed them up,
 * and answers how many. A login that is there keeps its password and its role.
 */
export const seedDemoLogins = async (tx: Prisma.TransactionClient): Promise<number> => {
  const taken = await tx.user.findMany({
    where: { OR: [{ id: { in: demoLogins.map(idOf) } }, { email: { in: demoLogins.map(login => login.email) } }] },
    select: { id: true, email: true },
  })
  const missing = demoLogins.filter(login => !taken.some(user => user.id === idOf(login) || user.email === login.email))
  for (const login of missing) {
    const { role, name, email, password } = login
    const id = idOf(login)
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

const idOf = ({ role }: DemoLogin): string => demoLoginId(role)
