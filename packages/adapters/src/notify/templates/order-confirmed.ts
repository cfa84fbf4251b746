import { factTable, goodsInShort, goodsName, inWords, isSome, paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: (number: string) => `주문이 확정되었습니다 · 주문 ${number}번`,
    heading: '주문이 확정되었습니다',
    opening: (name: string) =>
      `${name}님, 고맙습니다. 결제가 끝났고 주문이 확정되었습니다. 이제 정성껏 싸서 보내 드리겠습니다.`,
    goods: '물건값',
    discount: '쿠폰 할인',
    delivery: '배송비',
    free: '무료',
    total: '합계',
    byCard: '카드로 결제',
    byWallet: '지갑으로 결제',
    to: (recipient: string, address: string) => `받으실 분: ${recipient}\n${address}`,
    next: '보내는 날 송장 번호를 이메일로 알려 드리겠습니다. 포장하기 전까지는 주문 화면에서 취소하실 수 있습니다.',
    action: '주문 보기',
    short: (goods: string, total: string) => `${goods}, ${total}. 준비되는 대로 보내 드리겠습니다.`,
  },
  en: {
    subject: (number: string) => `Your order is confirmed · order ${number}`,
    heading: 'Your order is confirmed',
    opening: (name: string) =>
      `Thank you, ${name}. Your payment went through and your order is confirmed. We will wrap it with care and send it.`,
    goods: 'Goods',
    discount: 'Coupon',
    delivery: 'Delivery',
    free: 'free',
    total: 'Total',
    byCard: 'Paid by card',
    byWallet: 'Paid from your wallet',
    to: (recipient: string, address: string) => `Delivery to: ${recipient}\n${address}`,
    next: 'On the day it leaves we email you the tracking number. Until we pack it, you can cancel on the order’s page.',
    action: 'See your order',
    short: (goods: string, total: string) => `${goods}, ${total}. We will send it as soon as it is ready.`,
  },
} as const

/** The order is paid and certain: what was bought, for how much, paid how, going where. */
export const orderConfirmed: Template<'order-confirmed'> = (data, locale) => {
  const w = words[locale]
  const money = (amount: typeof data.total) => inWords(amount, locale)
  const facts = [
    ...data.lines.map(line => ({ label: goodsName(line), value: money(line.lineTotal) })),
    ...(isSome(data.discount) || data.delivery ? [{ label: w.goods, value: money(data.goods) }] : []),
    ...(isSome(data.discount) ? [{ label: w.discount, value: `−${money(data.discount)}` }] : []),
    ...(data.delivery ? [{ label: w.delivery, value: isSome(data.delivery) ? money(data.delivery) : w.free }] : []),
    { label: w.total, value: money(data.total), strong: true },
    ...(isSome(data.byCard) ? [{ label: w.byCard, value: money(data.byCard) }] : []),
    ...(isSome(data.byWallet) ? [{ label: w.byWallet, value: money(data.byWallet) }] : []),
  ]
  const short = w.short(goodsInShort(data.lines, locale), money(data.total))
  return {
    subject: w.subject(data.orderNumber),
    preview: short,
    heading: w.heading,
    mended: false,
    body: [
      paragraph(w.opening(data.name)),
      factTable(facts),
      paragraph(w.to(data.recipient, data.address)),
      paragraph(w.next, 'soft'),
    ],
    action: w.action,
    short: { title: w.heading, body: short },
  }
}
