import type { Locale } from '@makegood/core/locale'
import type { SecondFactorChange } from '@makegood/core/user/second-factor'
import { render } from '@react-email/render'
import { asText } from './as-text.ts'
import { paragraph } from './parts.ts'
import { layOut } from './render-layout.ts'

type Told = Readonly<Record<SecondFactorChange, (name: string, left: number) => string>>

const words = {
  ko: {
    subject: '2단계 인증이 바뀌었습니다',
    told: {
      on: name => `${name}님, 계정에 2단계 인증을 켰습니다. 이제 로그인할 때 비밀번호 다음에 코드를 묻습니다.`,
      off: name => `${name}님, 계정의 2단계 인증을 껐습니다. 이제 비밀번호만으로 로그인합니다.`,
      reset: name => `${name}님, 관리자가 계정의 2단계 인증을 지웠습니다. 다시 로그인해 새로 설정해 주십시오.`,
      'recovery-code-used': (name, left) =>
        `${name}님, 복구 코드로 로그인했습니다. 그 코드는 다시 쓸 수 없고, 남은 코드는 ${left}개입니다.`,
      'recovery-codes-renewed': name => `${name}님, 복구 코드를 새로 만들었습니다. 이전 코드는 이제 쓸 수 없습니다.`,
    } satisfies Told,
    other: '본인이 한 일이 아니라면 곧바로 관리자에게 알리고 비밀번호를 바꿔 주십시오.',
    action: '2단계 인증 보기',
    why: 'makegood 운영자 계정의 보안에 관한 메일입니다.',
  },
  en: {
    subject: 'Your second factor has changed',
    told: {
      on: name =>
        `${name}, a second factor was set up for your account. Sign-in asks for a code after the password now.`,
      off: name => `${name}, the second factor of your account was turned off. The password alone signs you in now.`,
      reset: name =>
        `${name}, an admin has removed the second factor of your account. Sign in again to set up a new one.`,
      'recovery-code-used': (name, left) =>
        `${name}, somebody signed in with a recovery code. It works no more, and ${left} of them are left.`,
      'recovery-codes-renewed': name => `${name}, your recovery codes were made anew. The earlier ones work no more.`,
    } satisfies Told,
    other: 'If that was not you, tell an admin at once and change your password.',
    action: 'Look at my second factor',
    why: 'This mail is about the safety of your operator account at makegood.',
  },
} as const

/** The mail that tells an operator what happened to their second factor. */
export const renderSecondFactorChange = async (told: {
  readonly locale: Locale
  readonly name: string
  readonly change: SecondFactorChange
  readonly recoveryCodesLeft: number
  readonly link: string
}): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> => {
  const { locale, name, change, recoveryCodesLeft, link } = told
  const w = words[locale]
  const content = {
    subject: w.subject,
    preview: w.subject,
    heading: w.subject,
    mended: false,
    body: [paragraph(w.told[change](name, recoveryCodesLeft)), paragraph(w.other, 'soft')],
    action: w.action,
    why: w.why,
    short: { title: w.subject, body: w.subject },
  }
  const html = await render(layOut(content, { locale, orderNumber: '', link }))
  return { subject: w.subject, html, text: asText(html) }
}
