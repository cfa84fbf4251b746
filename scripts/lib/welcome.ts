import type { DemoLogin } from '../../packages/db/src/seed/demo-logins.ts'
import type { Stack } from './bring-up-stack.ts'
import { seconds } from './stages.ts'

/** What is said when all is up: the addresses, the demo logins, three things to try. */
export const welcome = (urls: Stack['urls'], logins: readonly DemoLogin[], tookMs: number, watch: boolean): string => {
  const wide = Math.max(...logins.map(login => login.email.length), 0)
  const lines = [
    '',
    `  Makegood is up after ${seconds(tookMs)}${watch ? ', and follows your changes' : ''}.`,
    '',
    `  Shop      ${urls.web}`,
    `  Console   ${urls.web}/admin`,
    `  Sandbox   ${urls.sandbox}   the payment gateway, and how to make it fail`,
    `  Inbox     ${urls.sandbox}/sandbox/inbox   the mails, SMS and push messages that the shop sends`,
    `  Engine    ${urls.engine}`,
    `  Api       ${urls.api}`,
    '',
    '  Demo logins',
    ...logins.map(({ role, email, password }) => `    ${role.padEnd(12)}${email.padEnd(wide)}   ${password}`),
    '',
    '  Three things to try',
    '    1. Buy a bowl with card 4242 4242 4242 4242 and watch its order become confirmed.',
    `    2. Buy with 4000 0000 0000 0002: it is declined, what was begun is undone, your things stay put aside, and another card works.`,
    `    3. Sign in as an operator at ${urls.web}/admin and read what each step of both orders did, and undid.`,
    '',
    '  Ctrl-C stops it all; the data stays. Logs: .makegood/logs',
    '',
  ]
  return lines.join('\n')
}
