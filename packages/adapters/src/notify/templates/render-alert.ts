import { type AlertRuleId, alertValueText } from '@makegood/core/alert/alert-rules'
import type { Locale } from '@makegood/core/locale'
import { shopTimeZone } from '@makegood/core/shop-time'
import { render } from '@react-email/render'
import { asText } from './as-text.ts'
import { type Fact, factTable, paragraph } from './parts.ts'
import { layOut } from './render-layout.ts'

type RuleWords = { readonly name: string; readonly meaning: string }

const rules: Readonly<Record<Locale, Readonly<Record<AlertRuleId, RuleWords>>>> = {
  ko: {
    'reservation-failures': {
      name: '재고를 잡지 못한 주문이 많습니다',
      meaning: '재고가 모자란 상품을 채우거나 내려 주십시오.',
    },
    'payment-failures': { name: '결제 실패가 많습니다', meaning: '결제사의 상태와 거절 사유를 확인해 주십시오.' },
    'event-lag': {
      name: '이벤트가 늦습니다',
      meaning: '엔진이 멈췄거나 닿지 않습니다. 주문은 그대로 기다리고 잃는 것은 없습니다.',
    },
    'slow-answers': { name: '응답이 느립니다', meaning: 'API와 데이터베이스의 부하를 확인해 주십시오.' },
    queue: { name: '대기열이 깁니다', meaning: '엔진이 일을 따라가지 못합니다.' },
    'failed-undo': {
      name: '되돌리지 못한 단계가 있습니다',
      meaning: '콘솔의 확인할 일에서 다시 시도하거나 손으로 정리해 주십시오.',
    },
    'failed-refund': {
      name: '환불이 실패했습니다',
      meaning: '손님이 돈을 받지 못했습니다. 다시 시도하거나 다른 길로 보내 주십시오.',
    },
  },
  en: {
    'reservation-failures': {
      name: 'Many orders find no stock',
      meaning: 'Restock what is short, or take it off sale.',
    },
    'payment-failures': { name: 'Many payments fail', meaning: 'Look at the gateway and at why it declines.' },
    'event-lag': {
      name: 'Events are late',
      meaning: 'The engine is away or cannot be reached. Orders wait; nothing is lost.',
    },
    'slow-answers': { name: 'Answers are slow', meaning: 'Look at the load of the api and the database.' },
    queue: { name: 'The queue is long', meaning: 'The engine does not keep up.' },
    'failed-undo': {
      name: 'A step could not be undone',
      meaning: 'Try it again or settle it by hand, under Needs attention.',
    },
    'failed-refund': {
      name: 'A refund failed',
      meaning: 'A shopper has not got their money: try again, or send it another way.',
    },
  },
}

const words = {
  ko: {
    opened: (name: string) => `경보: ${name}`,
    closed: (name: string) => `해제: ${name}`,
    calm: '다시 기준 안으로 돌아왔습니다. 할 일은 없습니다.',
    value: '지금',
    worst: '가장 나빴을 때',
    threshold: '기준',
    since: '시작',
    until: '끝',
    action: '경보 보기',
    why: '이 주소가 ALERT_MAIL_TO에 있어 보내드립니다. makegood.',
  },
  en: {
    opened: (name: string) => `Alert: ${name}`,
    closed: (name: string) => `Over: ${name}`,
    calm: 'It is within its threshold again. There is nothing to do.',
    value: 'Now',
    worst: 'At its worst',
    threshold: 'Threshold',
    since: 'Since',
    until: 'Until',
    action: 'See the alerts',
    why: 'You get this because ALERT_MAIL_TO names this address. makegood.',
  },
} as const

const moments = {
  ko: new Intl.DateTimeFormat('ko-KR', { dateStyle: 'long', timeStyle: 'medium', timeZone: shopTimeZone }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: shopTimeZone }),
} as const satisfies Record<Locale, Intl.DateTimeFormat>

export type AlertMail = {
  readonly locale: Locale
  readonly moment: 'opened' | 'closed'
  readonly rule: AlertRuleId
  readonly value: number
  readonly worst: number
  readonly threshold: number
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly link: string
}

/** The mail that tells somebody of the shop that an alert has opened, or that it is over. */
export const renderAlert = async (
  alert: AlertMail,
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> => {
  const { locale, moment, rule, link } = alert
  const w = words[locale]
  const { name, meaning } = rules[locale][rule]
  const subject = w[moment](name)
  const inWords = (value: number) => alertValueText(rule, value)
  const facts: readonly Fact[] = [
    { label: w.value, value: inWords(alert.value), strong: true },
    ...(moment === 'closed' ? [{ label: w.worst, value: inWords(alert.worst) }] : []),
    { label: w.threshold, value: inWords(alert.threshold) },
    { label: w.since, value: moments[locale].format(alert.openedAt) },
    ...(alert.closedAt ? [{ label: w.until, value: moments[locale].format(alert.closedAt) }] : []),
  ]
  const content = {
    subject,
    preview: subject,
    heading: subject,
    mended: moment === 'closed',
    body: [paragraph(moment === 'closed' ? w.calm : meaning), factTable(facts)],
    action: w.action,
    why: w.why,
    short: { title: subject, body: subject },
  }
  const html = await render(layOut(content, { locale, orderNumber: '', link }))
  return { subject, html, text: asText(html) }
}
