import { factTable, goodsName, inWords, paragraph } from './parts.ts'
import type { Template } from './template.ts'
import { trackingLink } from './tracking-link.ts'

const words = {
  ko: {
    subject: (number: string) => `반품을 받아들였습니다 · 주문 ${number}번`,
    heading: '반품을 받아들였습니다',
    opening: (name: string) => `${name}님, 신청하신 반품을 받아들였습니다. 번거롭게 해 드려 죄송합니다.`,
    refund: '돌려드릴 금액',
    carrier: '찾으러 가는 택배사',
    trackingNo: '송장 번호',
    track: '수거 상황 보기',
    pickUp:
      '물건을 받으셨던 상자에 담아 두시면 택배사에서 찾으러 갑니다. 물건이 저희에게 도착하면 돈을 돌려드리고 알려 드리겠습니다.',
    keep: '물건을 돌려보내실 필요는 없습니다. 돈을 곧 돌려드리고 알려 드리겠습니다.',
    action: '주문 보기',
    short: (refund: string) => `돌려드릴 금액은 ${refund}입니다.`,
  },
  en: {
    subject: (number: string) => `Your return is accepted · order ${number}`,
    heading: 'Your return is accepted',
    opening: (name: string) => `${name}, we have accepted your return, and we are sorry for the trouble.`,
    refund: 'You get back',
    carrier: 'Collected by',
    trackingNo: 'Tracking number',
    track: 'Follow the pick-up',
    pickUp:
      'Put the things back in their box; the carrier will collect it. Once it reaches us, we refund you and let you know.',
    keep: 'You need not send anything back. We will refund you shortly and let you know.',
    action: 'See your order',
    short: (refund: string) => `You get ${refund} back.`,
  },
} as const

/** The shop takes the goods back: which, how they get there, how much money will follow. */
export const returnAccepted: Template<'return-accepted'> = (data, locale) => {
  const w = words[locale]
  const { parcel } = data
  const refund = inWords(data.refund, locale)
  const next = parcel === null ? w.keep : w.pickUp
  return {
    subject: w.subject(data.orderNumber),
    preview: next,
    heading: w.heading,
    mended: false,
    body: [
      paragraph(w.opening(data.name)),
      factTable([
        ...data.lines.map(line => ({ label: goodsName(line) })),
        { label: w.refund, value: refund, strong: true },
        ...(parcel === null
          ? []
          : [
              { label: w.carrier, value: parcel.carrierName },
              { label: w.trackingNo, value: parcel.trackingNo },
            ]),
      ]),
      paragraph(next),
      ...(parcel === null ? [] : [trackingLink(w.track, parcel.trackingUrl)]),
    ],
    action: w.action,
    short: { title: w.heading, body: `${w.short(refund)} ${next}` },
  }
}
