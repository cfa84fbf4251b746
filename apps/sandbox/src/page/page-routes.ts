import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findShipment } from '../carrier/read-shipments.ts'
import { applyFaults } from '../faults/apply-faults.ts'
import { faultsInput } from '../faults/fault-modes.ts'
import { resetSandbox } from '../faults/reset-sandbox.ts'
import { approvePaymentIntent, wayBack } from '../gateway/approve-payment-intent.ts'
import { invalidRequest, notFound } from '../gateway/gateway-error.ts'
import { loadIntent } from '../gateway/load-intent.ts'
import type { SandboxContext } from '../sandbox-context.ts'
import { pageStyle } from './page-style.ts'
import { readPageData } from './read-page-data.ts'
import { renderApproval, renderPage } from './render-page.ts'
import { renderTracking } from './render-tracking.ts'
import { sendPage } from './send-page.ts'

const digits = z.string().trim().regex(/^\d*$/, 'must be a whole number')
const switchForm = z.object({
  target: z.string(),
  mode: z.string().optional(),
  times: digits.default(''),
  delayMs: digits.default(''),
})
const approvalForm = z.object({ decision: z.enum(['approve', 'refuse']) })

/** The sandbox's own page, its forms, and the page on which a shopper approves a payment. */
export const pageRoutes = (app: FastifyInstance, sandbox: SandboxContext): void => {
  const context = sandbox.gateway

  app.get('/', async (_request, reply) => sendPage(reply, renderPage(await readPageData(sandbox))))

  app.get('/sandbox/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(pageStyle))

  app.post('/sandbox/switch', async (request, reply) => {
    const form = switchForm.safeParse(request.body)
    if (!form.success) throw invalidRequest(z.prettifyError(form.error))
    const { target, mode, times, delayMs } = form.data
    if (target === 'all') {
      await context.faults.clear()
      return reply.redirect('/', 303)
    }
    const fault = {
      mode,
      times: times === '' ? null : Number(times),
      ...(delayMs === '' ? {} : { delayMs: Number(delayMs) }),
    }
    const read = faultsInput.safeParse({ [target]: fault })
    if (!read.success) throw invalidRequest(z.prettifyError(read.error))
    await applyFaults(context.faults, read.data)
    return reply.redirect('/', 303)
  })

  app.post('/sandbox/empty', async (_request, reply) => {
    await resetSandbox(sandbox)
    return reply.redirect('/', 303)
  })

  app.get<{ Params: { id: string } }>('/sandbox/approve/:id', async (request, reply) => {
    const { intent, returnUrl } = await loadIntent(context.pool, request.params.id)
    if (intent.status !== 'requires_action' && returnUrl !== null) {
      return reply.redirect(wayBack(returnUrl, intent.id, intent.status === 'succeeded'), 303)
    }
    return sendPage(reply, renderApproval(intent.id, `${intent.amount} ${intent.currency.toUpperCase()}`))
  })

  app.get<{ Params: { trackingNo: string } }>('/carrier/track/:trackingNo', async (request, reply) => {
    const { trackingNo } = request.params
    const found = await findShipment(context.pool, 'trackingNo', trackingNo)
    if (found === null) throw notFound('parcel', trackingNo, 'trackingNo')
    return sendPage(reply, renderTracking(found))
  })

  app.post<{ Params: { id: string } }>('/sandbox/approve/:id', async (request, reply) => {
    const form = approvalForm.safeParse(request.body)
    if (!form.success) throw invalidRequest(z.prettifyError(form.error))
    const back = await approvePaymentIntent(context, request.params.id, form.data.decision === 'approve', request.id)
    return reply.redirect(back, 303)
  })
}
