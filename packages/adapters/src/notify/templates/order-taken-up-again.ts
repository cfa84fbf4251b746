import { factTable, inWords, paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: (number: string) => `주문을 다시 이었습니다 · 주문 ${number}번`,
    heading: '주문을 다시 이었습니다',
    opening: (name: string, old: string) =>
      `${name}님, 주문 ${old}번은 시간이 지나 취소되었는데, 그 뒤에 결제가 들어왔습니다. 다행히 물건이 남아 있어 같은 물건을 다시 따로 두고 새 주문으로 이었습니다.`,
    old: '취소되었던 주문',
    fresh: '이어진 주문',
    paid: '결제 금액',
    next: '결제는 한 번만 되었습니다. 하실 일은 없습니다. 원하지 않으시면 주문 화면에서 취소하실 수 있습니다.',
    action: '이어진 주문 보기',
    short: (total: string) => `늦게 들어온 결제(${total})로 주문을 이었습니다. 결제는 한 번만 되었습니다.`,
  },
  en: {
    subject: (number: string) => `Your order was taken up again · order ${number}`,
    heading: 'Your order was taken up again',
    opening: (name: string, old: string) =>
      `${name}, order ${old} had run out of time and was cancelled; then your payment reached us after all. Everything was still there, so we put it aside again for you and took the order up under a new number.`,
    old: 'The order that was cancelled',
    fresh: 'The order in its place',
    paid: 'Paid',
    next: 'You were charged once. There is nothing you need to do. If you no longer want it, cancel on the order’s page.',
    action: 'See the new order',
    short: (total: string) => `Your late payment of ${total} now pays this order. You were charged once.`,
  },
} as const

/** A late payment found its goods still there: the order goes on under a new number, paid once. */
export const orderTakenUpAgain: Template<'order-taken-up-again'> = (data, locale) => {
  const w = words[locale]
  const total = inWords(data.total, locale)
  const short = w.short(total)
  return {
    subject: w.subject(data.orderNumber),
    preview: short,
    heading: w.heading,
    mended: true,
    body: [
      paragraph(w.opening(data.name, data.takenUpFrom)),
      factTable([
        { label: w.old, value: data.takenUpFrom },
        { label: w.fresh, value: data.orderNumber },
        { label: w.paid, value: total, strong: true },
      ]),
      paragraph(w.next, 'soft'),
    ],
    action: w.action,
    short: { title: w.heading, body: short },
  }
}
