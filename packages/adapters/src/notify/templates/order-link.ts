import { paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: (number: string) => `주문 ${number}번 링크`,
    heading: '주문을 보실 수 있는 링크입니다',
    opening: (name: string, number: string) =>
      `${name}님, 주문 ${number}번을 찾는다는 요청이 있어 보내 드립니다. 아래 단추를 누르시면 어디까지 왔는지 보시고, 취소나 반품도 하실 수 있습니다.`,
    other: '요청하신 적이 없다면 그냥 두셔도 됩니다. 이 메일을 받지 않은 사람은 아무것도 볼 수 없습니다.',
    action: '주문 보기',
    short: '찾으시는 주문의 링크를 보내 드립니다.',
  },
  en: {
    subject: (number: string) => `A link to your order ${number}`,
    heading: 'A link to your order',
    opening: (name: string, number: string) =>
      `${name}, somebody asked us for a link to order ${number}. The button below shows how far it is; you can also cancel it or return things there.`,
    other: 'If that was not you, there is nothing to do. Nobody without this email can see anything.',
    action: 'See the order',
    short: 'Here is the link to the order you asked for.',
  },
} as const

/** Somebody looked their order up: the way to it goes to where the order's mails go anyway. */
export const orderLink: Template<'order-link'> = (data, locale) => {
  const w = words[locale]
  return {
    subject: w.subject(data.orderNumber),
    preview: w.short,
    heading: w.heading,
    mended: false,
    body: [paragraph(w.opening(data.name, data.orderNumber)), paragraph(w.other, 'soft')],
    action: w.action,
    short: { title: w.heading, body: w.short },
  }
}
