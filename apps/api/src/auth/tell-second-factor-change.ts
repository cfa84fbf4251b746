import { renderSecondFactorChange } from '@makegood/adapters/notify/templates/render-second-factor-change'
import { newId } from '@makegood/core/ids'
import type { Locale } from '@makegood/core/locale'
import type { Mailer } from '@makegood/core/ports/mailer'
import type { SecondFactorChange } from '@makegood/core/user/second-factor'
import type { Db } from '@makegood/db/client'
import { getSecondFactor } from '@makegood/db/user/get-second-factor'
import type { Logger } from 'pino'
import { sendWithPatience } from './send-with-patience.ts'

export type ChangedSecondFactor = { readonly userId: string; readonly change: SecondFactorChange }
type Deps = { readonly db: Db; readonly mailer: Mailer; readonly webOrigin: string; readonly logger: Logger }

/** Tells an operator by mail what happened to their second factor, so that they see what was not their doing. Never waits. */
export const createSecondFactorTeller =
  (deps: Deps) =>
  (changed: ChangedSecondFactor): void => {
    send(deps, changed).then(
      sent => {
        if (!sent) deps.logger.error({ part: 'auth', ...changed }, 'the mail about a second factor could not be sent')
      },
      (error: unknown) => deps.logger.error({ part: 'auth', err: error }, 'the mail about a second factor failed'),
    )
  }

const send = async ({ db, mailer, webOrigin }: Deps, { userId, change }: ChangedSecondFactor): Promise<boolean> => {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } })
  const { recoveryCodesLeft } = await getSecondFactor(db, userId)
  const locale = user.locale as Locale
  const link = new URL(`${locale === 'ko' ? '' : `/${locale}`}/second-factor`, webOrigin).href
  const mail = await renderSecondFactorChange({ locale, name: user.name, change, recoveryCodesLeft, link })
  return sendWithPatience(mailer, { key: newId('notification', new Date()), to: user.email, ...mail })
}
