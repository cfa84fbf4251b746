import type { Locale } from '@makegood/core/locale'
import { render } from '@react-email/render'
import { asText } from './as-text.ts'
import { paragraph } from './parts.ts'
import { layOut } from './render-layout.ts'

const words = {
  ko: {
    subject: 'makegood 운영팀에 초대합니다',
    opening: (name: string, invitedBy: string, hours: number) =>
      `${name}님, ${invitedBy}님이 운영팀에 초대했습니다. ${hours}시간 안에 아래 단추를 눌러 비밀번호를 정해 주십시오. 한 번만 쓸 수 있습니다.`,
    other: '아는 일이 아니라면 그냥 두셔도 됩니다. 누르지 않으면 아무 일도 일어나지 않습니다.',
    action: '초대 받아들이기',
    why: 'makegood 운영팀 초대에 관한 메일입니다.',
  },
  en: {
    subject: 'You are invited to work at makegood',
    opening: (name: string, invitedBy: string, hours: number) =>
      `${name}, ${invitedBy} invites you to the team of the shop. Press the button within ${hours} hours to choose a password. It works once.`,
    other: 'If you know nothing of it, there is nothing to do: without the button nothing happens.',
    action: 'Accept the invitation',
    why: 'This mail is an invitation to the team of makegood.',
  },
} as const

/** The mail with which somebody becomes an operator. */
export const renderInvitation = async (invitation: {
  readonly locale: Locale
  readonly name: string
  readonly invitedBy: string
  readonly hours: number
  readonly link: string
}): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> => {
  const { locale, name, invitedBy, hours, link } = invitation
  const w = words[locale]
  const content = {
    subject: w.subject,
    preview: w.subject,
    heading: w.subject,
    mended: false,
    body: [paragraph(w.opening(name, invitedBy, hours)), paragraph(w.other, 'soft')],
    action: w.action,
    why: w.why,
    short: { title: w.subject, body: w.subject },
  }
  const html = await render(layOut(content, { locale, orderNumber: '', link }))
  return { subject: w.subject, html, text: asText(html) }
}
