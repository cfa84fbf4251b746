import type { MessageData } from '@makegood/core/messages/message-data'
import { isMoneyBack, moneyBackFacts, totalBack, whenBack } from './money-back.ts'
import { factTable, inWords, isSome, paragraph } from './parts.ts'
import type { Template } from './template.ts'

type Reason = MessageData<'order-cancelled'>['reason']

const reasons = {
  ko: {
    'stock-insufficient': '그 사이 남은 수량이 모자라게 되어 주문을 취소했습니다. 죄송합니다.',
    'reservation-failed': '저희 쪽 문제로 물건을 따로 두지 못해 주문을 취소했습니다. 죄송합니다.',
    'reservation-expired': '물건을 따로 두는 시간 안에 결제가 시작되지 않아 주문을 취소했습니다.',
    'cancelled-before-payment': '결제 전에 주문이 취소되었습니다.',
    'payment-expired': '정해진 시간 안에 결제가 끝나지 않아 주문을 취소했습니다.',
    'cancelled-before-confirmation': '확정되기 전에 주문이 취소되었습니다.',
    'confirmation-expired': '약속한 시간 안에 주문을 확정하지 못해 취소했습니다. 저희 잘못입니다. 죄송합니다.',
    'cancelled-before-preparation': '준비를 시작하기 전에 주문이 취소되었습니다.',
    'operator-cancelled': '사정이 생겨 주문을 취소했습니다. 죄송합니다.',
  },
  en: {
    'stock-insufficient': 'There was not enough left of what you ordered, so we cancelled your order. We are sorry.',
    'reservation-failed':
      'Through a fault of ours we could not put your things aside, so we cancelled your order. We are sorry.',
    'reservation-expired': 'The payment was not started while your things were put aside, so your order was cancelled.',
    'cancelled-before-payment': 'Your order was cancelled before it was paid.',
    'payment-expired': 'The payment was not finished in time, so your order was cancelled.',
    'cancelled-before-confirmation': 'Your order was cancelled before it was confirmed.',
    'confirmation-expired':
      'We did not confirm your order within the time we promise, so it was cancelled. That is our fault, and we are sorry.',
    'cancelled-before-preparation': 'Your order was cancelled before we began to prepare it.',
    'operator-cancelled': 'We had to cancel your order. We are sorry.',
  },
} as const satisfies Record<'ko' | 'en', Record<Reason, string>>

const words = {
  ko: {
    subject: (number: string) => `주문이 취소되었습니다 · 주문 ${number}번`,
    heading: '주문이 취소되었습니다',
    opening: (name: string, reason: string) => `${name}님, ${reason}`,
    note: (note: string) => `담당자가 남긴 말: ${note}`,
    short: (wanted: number, available: number) => `${wanted}개 주문, ${available}개 남음`,
    fee: '취소 수수료',
    noMoney: '빠져나간 돈은 없습니다.',
    onlyFee: '확정된 뒤의 취소라 수수료가 결제하신 금액과 같습니다. 돌려드릴 금액이 없습니다.',
    back: (total: string) => `돌려드릴 금액은 ${total}입니다.`,
    action: '주문 보기',
  },
  en: {
    subject: (number: string) => `Your order was cancelled · order ${number}`,
    heading: 'Your order was cancelled',
    opening: (name: string, reason: string) => `${name}, ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    note: (note: string) => `A word from us: ${note}`,
    short: (wanted: number, available: number) => `ordered ${wanted}, left ${available}`,
    fee: 'Cancellation fee',
    noMoney: 'No money has left your account.',
    onlyFee:
      'The order was already confirmed, and the cancellation fee comes to what you paid, so there is nothing to refund.',
    back: (total: string) => `You get ${total} back.`,
    action: 'See your order',
  },
} as const

/** The order has ended: why, what is kept, what goes back where, and when it is there. */
export const orderCancelled: Template<'order-cancelled'> = (data, locale) => {
  const w = words[locale]
  const hasBack = isMoneyBack(data)
  const moneyLine = hasBack ? w.back(totalBack(data, locale)) : isSome(data.fee) ? w.onlyFee : w.noMoney
  const facts = [
    ...data.shortLines.map(line => ({ label: line.name, value: w.short(line.wanted, line.available) })),
    ...(isSome(data.fee) ? [{ label: w.fee, value: inWords(data.fee, locale) }] : []),
    ...moneyBackFacts(data, locale),
  ]
  return {
    subject: w.subject(data.orderNumber),
    preview: moneyLine,
    heading: w.heading,
    mended: false,
    body: [
      paragraph(w.opening(data.name, reasons[locale][data.reason])),
      ...(data.note.trim() === '' ? [] : [paragraph(w.note(data.note))]),
      ...(facts.length === 0 ? [] : [factTable(facts)]),
      paragraph(moneyLine),
      ...(hasBack ? [paragraph(whenBack(data, locale), 'soft')] : []),
    ],
    action: w.action,
    short: { title: w.heading, body: moneyLine },
  }
}
