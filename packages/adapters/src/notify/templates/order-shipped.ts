import { factTable, goodsInShort, goodsName, paragraph } from './parts.ts'
import type { Template } from './template.ts'
import { trackingLink } from './tracking-link.ts'

const words = {
  ko: {
    subject: (number: string) => `배송이 시작되었습니다 · 주문 ${number}번`,
    heading: '배송이 시작되었습니다',
    opening: (name: string, carrier: string) =>
      `${name}님, 주문하신 물건을 ${carrier}에 맡겼습니다. 이런 것들이 가고 있습니다.`,
    carrier: '택배사',
    trackingNo: '송장 번호',
    track: '어디쯤 왔는지 보기',
    next: '도착하면 다시 알려 드리겠습니다. 혹시 깨져서 도착하면 주문 화면에서 알려 주십시오. 바로잡아 드립니다.',
    action: '주문 보기',
    short: (goods: string, carrier: string, no: string) => `${goods}: ${carrier} ${no}`,
  },
  en: {
    subject: (number: string) => `Your order is on its way · order ${number}`,
    heading: 'Your order is on its way',
    opening: (name: string, carrier: string) =>
      `${name}, we have handed your order to ${carrier}. This is on its way to you:`,
    carrier: 'Carrier',
    trackingNo: 'Tracking number',
    track: 'See where it is',
    next: 'We will tell you when it has arrived. If anything arrives broken, tell us on the order’s page and we will make it good.',
    action: 'See your order',
    short: (goods: string, carrier: string, no: string) => `${goods}: ${carrier} ${no}`,
  },
} as const

/** The carrier has the parcel: what is in it, who brings it, where to follow it. */
export const orderShipped: Template<'order-shipped'> = ({ name, orderNumber, lines, parcel }, locale) => {
  const w = words[locale]
  const short = w.short(goodsInShort(lines, locale), parcel.carrierName, parcel.trackingNo)
  return {
    subject: w.subject(orderNumber),
    preview: short,
    heading: w.heading,
    mended: false,
    body: [
      paragraph(w.opening(name, parcel.carrierName)),
      factTable([
        ...lines.map(line => ({ label: goodsName(line) })),
        { label: w.carrier, value: parcel.carrierName },
        { label: w.trackingNo, value: parcel.trackingNo },
      ]),
      trackingLink(w.track, parcel.trackingUrl),
      paragraph(w.next, 'soft'),
    ],
    action: w.action,
    short: { title: w.heading, body: short },
  }
}
