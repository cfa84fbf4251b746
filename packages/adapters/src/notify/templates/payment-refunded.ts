import { moneyBackFacts, totalBack, whenBack } from './money-back.ts'
import { factTable, paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: (number: string, total: string) => `돈을 돌려드렸습니다: ${total} · 주문 ${number}번`,
    heading: (total: string) => `돈을 돌려드렸습니다: ${total}`,
    late: (name: string) =>
      `${name}님, 주문이 취소된 뒤에 결제가 들어왔습니다. 물건을 다시 따로 둘 수 없어, 받은 금액을 모두 돌려드렸습니다.`,
    part: (name: string) => `${name}님, 이 주문으로 결제하신 금액에서 돌려드렸습니다.`,
    return: (name: string) => `${name}님, 돌려보내신 물건을 잘 받았습니다. 약속드린 금액을 돌려드렸습니다.`,
    action: '주문 보기',
  },
  en: {
    subject: (number: string, total: string) => `We have given ${total} back · order ${number}`,
    heading: (total: string) => `We have given ${total} back`,
    late: (name: string) =>
      `${name}, your payment reached us after the order had been cancelled. We could not put the things aside again, so we have given back all of it.`,
    part: (name: string) => `${name}, we have given back money that you paid for this order.`,
    return: (name: string) => `${name}, what you sent back has reached us. We have given the money back as promised.`,
    action: 'See your order',
  },
} as const

/** Money has gone back, and all is even: why, how much, where, and when it is there. */
export const paymentRefunded: Template<'payment-refunded'> = (data, locale) => {
  const w = words[locale]
  const total = totalBack(data, locale)
  const when = whenBack(data, locale)
  return {
    subject: w.subject(data.orderNumber, total),
    preview: when,
    heading: w.heading(total),
    mended: true,
    body: [paragraph(w[data.cause](data.name)), factTable(moneyBackFacts(data, locale)), paragraph(when, 'soft')],
    action: w.action,
    short: { title: w.heading(total), body: when },
  }
}
