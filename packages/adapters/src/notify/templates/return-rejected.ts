import { factTable, goodsName, paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: (number: string) => `반품을 받아들이지 못했습니다 · 주문 ${number}번`,
    heading: '반품을 받아들이지 못했습니다',
    opening: (name: string) => `${name}님, 신청하신 반품을 살펴보았지만 받아들이지 못했습니다. 죄송합니다.`,
    reason: (reason: string) => `이유: ${reason}`,
    next: '물건은 그대로 두고 쓰시면 됩니다. 달리 생각하시는 점이 있으면 주문 화면에서 다시 알려 주십시오. 다시 살펴보겠습니다.',
    action: '주문 보기',
    short: '이유는 메일과 주문 화면에 있습니다.',
  },
  en: {
    subject: (number: string) => `We could not accept your return · order ${number}`,
    heading: 'We could not accept your return',
    opening: (name: string) => `${name}, we looked at your return and could not accept it. We are sorry.`,
    reason: (reason: string) => `Why: ${reason}`,
    next: 'You keep the things. If you see it differently, tell us on the order’s page and we will look again.',
    action: 'See your order',
    short: 'The email and the order’s page say why.',
  },
} as const

/** The goods stay with the shopper: which, and why, in the operator's own words. */
export const returnRejected: Template<'return-rejected'> = (data, locale) => {
  const w = words[locale]
  return {
    subject: w.subject(data.orderNumber),
    preview: w.reason(data.reason),
    heading: w.heading,
    mended: false,
    body: [
      paragraph(w.opening(data.name)),
      paragraph(w.reason(data.reason)),
      factTable(data.lines.map(line => ({ label: goodsName(line) }))),
      paragraph(w.next, 'soft'),
    ],
    action: w.action,
    short: { title: w.heading, body: w.short },
  }
}
