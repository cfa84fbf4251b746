import type { Policy } from '@makegood/core/policy'
import { mergeCarts } from '@makegood/db/cart/merge-carts'
import type { Db } from '@makegood/db/client'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { createAuthMiddleware } from 'better-auth/api'
import type { Logger } from 'pino'
import { readVisitorHash } from '../http/visitor-cookie.ts'
import { addressHeader, shapeSession } from './operator-session.ts'
import { secondFactor } from './second-factor.ts'
import type { PasswordReset } from './send-password-reset.ts'
import { useCodeOnce } from './use-code-once.ts'

export const sessionSeconds = 30 * 24 * 60 * 60
const pathsThatSignIn = [
  '/sign-in/email',
  '/sign-up/email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
]

export type AuthDeps = {
  readonly db: Db
  readonly logger: Logger
  readonly webOrigin: string
  readonly secret: string
  readonly policy: Policy
  readonly sendPasswordReset: (reset: PasswordReset) => void
}

/**
 * Sign-in by e-mail and password, and a second factor where one is set up. A session lives in the database for thirty days,
 * an operator's for as long as policy says, and is read at each use, so that ending it, or changing a role, holds from the
 * next call on. The guest's cart joins the person's own at sign-in and sign-up.
 */
export const createAuth = ({ db, logger, webOrigin, secret, policy, sendPasswordReset }: AuthDeps) =>
  betterAuth({
    appName: 'Makegood',
    baseURL: webOrigin,
    basePath: '/auth',
    secret,
    trustedOrigins: [webOrigin],
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      autoSignIn: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url, token }) => {
        const page = new URL(url).searchParams.get('callbackURL')
        sendPasswordReset({ email: user.email, name: user.name, token, locale: page?.startsWith('/en/') ? 'en' : 'ko' })
      },
    },
    // A link that can be used is not to be read from the database.
    verification: { storeIdentifier: 'hashed' },
    user: { additionalFields: { role: { type: 'string', required: false, defaultValue: 'shopper', input: false } } },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    plugins: [secondFactor(secret)],
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => {
            const shaped = await shapeSession(db, policy, session, ctx?.headers?.get(addressHeader) ?? null)
            return { data: shaped ? { ...session, ...shaped } : session }
          },
        },
      },
    },
    // The api's own limits count these calls by address and by e-mail, in Redis.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: webOrigin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { joins: true },
    },
    telemetry: { enabled: false },
    // Thrown, so that the api answers and logs it like any other error instead of printing it whole.
    onAPIError: { throw: true },
    logger: {
      level: 'warn',
      log: (level, message, ...rest) => {
        const err = rest.find(part => part instanceof Error)
        // Prisma's words quote the values of the statement.
        const words = message.includes('invocation') ? 'the database refused' : message
        logger[level]({ part: 'auth', ...(err ? { err } : {}) }, words)
      },
    },
    hooks: {
      before: createAuthMiddleware(async ctx => {
        if (ctx.path === '/two-factor/verify-totp') await useCodeOnce(db, ctx)
      }),
      after: createAuthMiddleware(async ctx => {
        const userId = pathsThatSignIn.includes(ctx.path) ? ctx.context.newSession?.user.id : undefined
        const visitorHash = readVisitorHash(ctx.headers?.get('cookie'))
        if (userId === undefined || visitorHash === null) return
        try {
          await mergeCarts(db, { userId, visitorHash, limits: policy })
        } catch (error) {
          // The guest's cart stays whole and joins at the next sign-in; a person is not kept out for it.
          logger.error({ err: error, userId }, 'the guest cart could not be merged at sign-in')
        }
      }),
    },
  })

export type Auth = ReturnType<typeof createAuth>
