import type { SagaStand } from '../start-saga-stand.ts'

type Texts = { readonly messages: readonly { readonly body?: string; readonly payload?: string }[] }
type Mails = { readonly mails: readonly { readonly text: string | null; readonly received: number }[] }
type Records = { readonly records: readonly { readonly name: string; readonly received: number }[] }

/** What the outside world has got about an order: how many mails, texts and messages in browsers, and which records. */
export type Arrived = {
  readonly mails: number
  readonly sms: number
  readonly push: number
  readonly records: readonly string[]
}

/** Looks into the mailbox, the phones, the browsers and the data platform once, and says what is there about each order. */
export const readArrived = async (
  stand: SagaStand,
  subscriptionIds: readonly string[],
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Arrived>> => {
  const { mails } = (await stand.ask('/sandbox/mails')) as Mails
  const { messages: sms } = (await stand.ask('/sandbox/sms')) as Texts
  const push = await Promise.all(
    subscriptionIds.map(
      async id => ((await stand.ask(`/sandbox/push/messages?subscriptionId=${id}`)) as Texts).messages,
    ),
  )
  const about = (texts: readonly string[], orderId: string) => texts.filter(text => text.includes(orderId)).length
  const entries = orderIds.map(async orderId => {
    const { records } = (await stand.ask(`/sandbox/records?orderId=${orderId}`)) as Records
    const arrived: Arrived = {
      mails: about(
        mails.map(({ text }) => text ?? ''),
        orderId,
      ),
      sms: about(
        sms.map(({ body }) => body ?? ''),
        orderId,
      ),
      push: about(
        push.flat().map(({ payload }) => payload ?? ''),
        orderId,
      ),
      records: records.map(({ name }) => name),
    }
    return [orderId, arrived] as const
  })
  return new Map(await Promise.all(entries))
}
