import { setTimeout as sleep } from 'node:timers/promises'
import type { ListChargesAnswer, ListedCharge, PaymentGateway } from '@makegood/core/ports/payment-gateway'

const pagesMax = 20_000
const triesMax = 4
const waitMs = 200

/** The gateway's charges made since then, newest first, page by page. A page that cannot be had is asked for again, then it throws. */
export async function* listAllCharges(
  gateway: Pick<PaymentGateway, 'listCharges'>,
  since: Date,
): AsyncGenerator<readonly ListedCharge[]> {
  let cursor: string | null = null
  for (let page = 0; page < pagesMax; page += 1) {
    const answer: Listed = await ask(gateway, cursor === null ? { since } : { since, cursor })
    yield answer.charges
    if (answer.nextCursor === null) return
    cursor = answer.nextCursor
  }
  throw new Error(
    `the gateway has more than ${pagesMax} pages of charges since ${since.toISOString()}: ask for fewer days`,
  )
}

type Listed = Extract<ListChargesAnswer, { outcome: 'ok' }>

const ask = async (
  gateway: Pick<PaymentGateway, 'listCharges'>,
  request: Parameters<PaymentGateway['listCharges']>[0],
): Promise<Listed> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await gateway.listCharges(request)
    if (answer.outcome === 'ok') return answer
    if (attempt >= triesMax) throw new Error(`the gateway cannot be asked for its charges: ${answer.detail}`)
    await sleep(waitMs * attempt)
  }
}
