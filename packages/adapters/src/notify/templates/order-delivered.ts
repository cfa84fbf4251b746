import { dayInWords, factTable, goodsInShort, goodsName, paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: (number: string) => `물건이 도착했습니다 · 주문 ${number}번`,
    heading: '물건이 도착했습니다',
    opening: (name: string) =>
      `${name}님, 택배사에서 물건을 전해 드렸다고 알려 왔습니다. 오래 곁에 두고 쓰시기 바랍니다.`,
    next: (day: string) =>
      `마음에 드시면 주문 화면에서 구매를 확정해 주십시오. ${day}까지는 반품을 신청하실 수 있고, 그 뒤에는 저절로 확정됩니다.`,
    broken: '받지 못하셨거나 깨져서 왔다면 주문 화면에서 알려 주십시오.',
    action: '주문 보기',
    short: (goods: string, day: string) => `${goods}. 반품 신청은 ${day}까지입니다.`,
  },
  en: {
    subject: (number: string) => `Your order has arrived · order ${number}`,
    heading: 'Your order has arrived',
    opening: (name: string) =>
      `${name}, the carrier says that your order was delivered. We hope it stays with you for a long time.`,
    next: (day: string) =>
      `If all is well, confirm your purchase on the order’s page. You can ask for a return until ${day}; after that the purchase counts as confirmed.`,
    broken: 'If it is not there, or is broken, tell us on the order’s page.',
    action: 'See your order',
    short: (goods: string, day: string) => `${goods}. Returns can be asked for until ${day}.`,
  },
} as const

/** The carrier has delivered: what should be there, until when it can go back. */
export const orderDelivered: Template<'order-delivered'> = ({ name, orderNumber, lines, completesAt }, locale) => {
  const w = words[locale]
  const day = dayInWords(completesAt, locale)
  const short = w.short(goodsInShort(lines, locale), day)
  return {
    subject: w.subject(orderNumber),
    preview: short,
    heading: w.heading,
    mended: false,
    body: [
      paragraph(w.opening(name)),
      factTable(lines.map(line => ({ label: goodsName(line) }))),
      paragraph(w.next(day)),
      paragraph(w.broken, 'soft'),
    ],
    action: w.action,
    short: { title: w.heading, body: short },
  }
}
