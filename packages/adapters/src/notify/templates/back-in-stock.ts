import { inWords, paragraph } from './parts.ts'
import type { Template } from './template.ts'

const words = {
  ko: {
    subject: '기다리시던 물건이 다시 들어왔습니다',
    heading: '다시 들어왔습니다',
    opening: (name: string, goods: string, price: string) =>
      `${name === '' ? '' : `${name}님, `}알려 달라고 하신 ${goods}, 다시 들어왔습니다. 값은 ${price}입니다.`,
    left: (count: number) => `지금 ${count}개 있습니다. 따로 빼 두지는 않으니, 먼저 주문하신 분께 갑니다.`,
    short: (goods: string, count: number) => `${goods}, 지금 ${count}개 있습니다.`,
    action: '보러 가기',
    why: '다시 들어오면 알려 달라고 하셔서 한 번만 보내 드리는 메일입니다. 더 보내지 않으니 따로 하실 일은 없습니다. 손으로 빚은 살림살이, makegood.',
  },
  en: {
    subject: 'What you were waiting for is back',
    heading: 'It is back',
    opening: (name: string, goods: string, price: string) =>
      `${name === '' ? '' : `${name}, `}${goods} is back, as you asked us to tell you. It costs ${price}.`,
    left: (count: number) =>
      `There ${count === 1 ? 'is one' : `are ${count}`} now. None are put aside: first come, first served.`,
    short: (goods: string, count: number) => `${goods}: ${count} here now.`,
    action: 'See it',
    why: 'You asked to be told when it is back, so you get this email once. There are no more to come and nothing to unsubscribe from. makegood, things made by hand.',
  },
} as const

/** What its reader asked to be told: the option is here again, what it costs, how many there are, and that none is kept. */
export const backInStock: Template<'back-in-stock'> = (data, locale) => {
  const w = words[locale]
  const goods = data.option === '' ? data.product : `${data.product} (${data.option})`
  const short = w.short(goods, data.left)
  return {
    subject: w.subject,
    preview: short,
    heading: w.heading,
    mended: false,
    body: [paragraph(w.opening(data.name, goods, inWords(data.price, locale))), paragraph(w.left(data.left), 'soft')],
    action: w.action,
    why: w.why,
    short: { title: w.heading, body: short },
  }
}
