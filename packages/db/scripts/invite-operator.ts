// Writes an invitation for an operator into the database at DATABASE_URL and prints its link; for the first admin of a shop
// without demo logins: WEB_URL=https://shop.example node scripts/invite-operator.ts --email a@b.example --name Mina --role admin
import { parseArgs } from 'node:util'
import { newId } from '@makegood/core/ids'
import { inviteOperatorInput } from '@makegood/core/team/inputs'
import { createPrisma } from '../src/client.ts'
import { readInvitationEnv } from '../src/env.ts'
import { inviteOperator } from '../src/team/invite-operator.ts'
import { runScript } from './run-script.ts'

const dayInSeconds = 24 * 60 * 60
const { values } = parseArgs({
  options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', default: 'admin' } },
})

await runScript('Nobody was invited', async () => {
  const { DATABASE_URL, WEB_URL } = readInvitationEnv()
  const asked = inviteOperatorInput.safeParse({
    ...values,
    invitationId: newId('invitation', new Date()),
    locale: 'ko',
  })
  if (!asked.success) throw new Error('say who: --email a@b.example --name Mina --role admin')
  const db = createPrisma(DATABASE_URL, { poolMax: 1, applicationName: 'makegood invite' })
  try {
    const { token } = await inviteOperator(db, { ...asked.data, forSeconds: dayInSeconds, operatorId: 'command-line' })
    console.log(`For a day, and once: ${new URL(`/invitation?token=${token}`, WEB_URL).href}`)
  } finally {
    await db.$disconnect()
  }
})
