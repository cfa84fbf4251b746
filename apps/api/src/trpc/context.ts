import { DomainError } from '@makegood/core/errors'
import { isOperator } from '@makegood/core/user/roles'
import { findOrderAccess, type OrderAccess } from '@makegood/db/order/find-order-access'
import type { Owner } from '@makegood/db/order/owner'
import { touchOperatorSession } from '@makegood/db/user/touch-operator-session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readSession, type SessionUser } from '../auth/read-session.ts'
import type { ApiContext } from '../context.ts'
import { giveVisitorCookie, readVisitorHash } from '../http/visitor-cookie.ts'
import { readOrderLinks } from '../order-links/order-links-cookie.ts'

export type RequestContext = {
  readonly api: ApiContext
  readonly requestId: string
  readonly address: string
  /** Reads the session at the first call of a request and never again in it; a procedure that does not ask costs no query. */
  readonly readUser: () => Promise<SessionUser | null>
  /** Whose carts and orders the caller may see; null for a guest who has none yet. */
  readonly readOwner: () => Promise<Owner | null>
  /** As whom the caller comes to this order: as its owner, or by the link of a message about it. Nobody else finds it. */
  readonly requireOrderAccess: (orderId: string) => Promise<OrderAccess>
  /** As `readOwner`, and makes a guest known by a cookie where they are not yet. */
  readonly makeOwner: () => Promise<Owner>
}

export const createRequestContext = (api: ApiContext, request: FastifyRequest, reply: FastifyReply): RequestContext => {
  let user: Promise<SessionUser | null> | undefined
  let visitorHash = readVisitorHash(request.headers.cookie)

  const readUser = (): Promise<SessionUser | null> => {
    user ??= readSession(api.auth, request.headers).then(async found => {
      if (found && isOperator(found.role) && isAct(request)) await touch(api, found)
      return found
    })
    return user
  }
  const readOwner = async (): Promise<Owner | null> => {
    const userId = (await readUser())?.id ?? null
    return userId === null && visitorHash === null ? null : { userId, visitorHash }
  }
  return {
    api,
    requestId: request.id,
    address: request.ip,
    readUser,
    readOwner,
    requireOrderAccess: async orderId => {
      const owner = await readOwner()
      const token = readOrderLinks(request.headers.cookie).get(orderId) ?? null
      const access = await findOrderAccess(api.db, { orderId, owner, token, now: new Date() })
      if (!access) throw new DomainError('not-found', 'neither the owner of this order nor by a link of it')
      return access
    },
    makeOwner: async () => {
      const owner = await readOwner()
      if (owner) return owner
      // Calls of one batch share one visitor: whoever comes second finds the hash of the first.
      visitorHash ??= giveVisitorCookie(reply, api.env.WEB_URL.startsWith('https:'))
      return { userId: null, visitorHash }
    },
  }
}

/** What a person did, and not a page that looks for news by itself: a change, or a page that the web server renders. */
const isAct = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' || headers['sec-fetch-site'] === undefined

const touch = (api: ApiContext, { sessionId }: SessionUser): Promise<void> =>
  touchOperatorSession(api.db, {
    sessionId,
    idleSeconds: api.policy.operatorIdleSeconds,
    sessionSeconds: api.policy.operatorSessionSeconds,
  })
