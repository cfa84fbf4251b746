import type { Locale } from '@makegood/core/locale'
import { render } from '@react-email/render'
import { asText } from './as-text.ts'
import { paragraph } from './parts.ts'
import { layOut } from './render-layout.ts'

const words = {
  ko: {
    subject: '비밀번호 다시 정하기',
    opening: (name: string) =>
      `${name}님, 비밀번호를 다시 정하고 싶다는 요청이 있었습니다. 한 시간 안에 아래 단추를 눌러 새 비밀번호를 정해 주십시오. 한 번만 쓸 수 있습니다.`,
    other: '요청하신 적이 없다면 그냥 두셔도 됩니다. 비밀번호는 그대로입니다.',
    action: '새 비밀번호 정하기',
    why: 'makegood 계정의 비밀번호에 관한 메일입니다. 손으로 빚은 살림살이, makegood.',
  },
  en: {
    subject: 'Choose a new password',
    opening: (name: string) =>
      `${name}, somebody asked to choose a new password for your account. Use the button within an hour to do so. It works once.`,
    other: 'If that was not you, there is nothing to do: your password is as it was.',
    action: 'Choose a new password',
    why: 'This email is about the password of your makegood account. makegood, things made by hand.',
  },
} as const

/** The mail with which somebody who has forgotten their password chooses a new one. */
export const renderPasswordReset = async (request: {
  readonly locale: Locale
  readonly name: string
  readonly link: string
}): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> => {
  const { locale, name, link } = request
  const w = words[locale]
  const content = {
    subject: w.subject,
    preview: w.subject,
    heading: w.subject,
    mended: false,
    body: [paragraph(w.opening(name)), paragraph(w.other, 'soft')],
    action: w.action,
    why: w.why,
    short: { title: w.subject, body: w.subject },
  }
  const html = await render(layOut(content, { locale, orderNumber: '', link }))
  return { subject: w.subject, html, text: asText(html) }
}
