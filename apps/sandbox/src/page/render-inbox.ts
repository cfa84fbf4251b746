import type { Mail, MailSummary } from '../messages/mail/read-mails.ts'
import type { PushMessage } from '../messages/push/read-push-messages.ts'
import type { SentSms } from '../messages/sms/read-sms.ts'
import { html, type Markup } from './html.ts'
import { renderDocument } from './render-document.ts'

const kinds = {
  mails: { name: 'Mails', href: '/sandbox/inbox' },
  sms: { name: 'SMS', href: '/sandbox/inbox/sms' },
  push: { name: 'Push messages', href: '/sandbox/inbox/push' },
} as const
type Kind = keyof typeof kinds

const whenOf = (iso: string): string => iso.slice(0, 19).replace('T', ' ')

const renderNav = (current: Kind): Markup => html`<nav>
  <a href="/">Sandbox</a>
  ${(Object.keys(kinds) as Kind[]).map(
    kind =>
      html`<a href="${kinds[kind].href}" ${kind === current ? html`aria-current="page"` : ''}>${kinds[kind].name}</a>`,
  )}</nav>`

const renderList = (
  kind: Kind,
  list: {
    readonly count: number
    readonly heads: readonly string[]
    readonly rows: readonly Markup[]
    readonly empty: string
  },
): string =>
  renderDocument(
    kinds[kind].name,
    html`
  <h1>What the shop has sent</h1>
  ${renderNav(kind)}
  ${
    list.rows.length === 0
      ? html`<p class="soft">${list.empty}</p>`
      : html`<p class="soft">${list.count} in all, the newest first. Times are UTC.</p>
  <div class="scroll"><table><thead><tr>${list.heads.map(head => html`<th>${head}</th>`)}</tr></thead><tbody>${list.rows}</tbody></table></div>`
  }`,
  )

const timesOf = (received: number): Markup =>
  received === 1 ? html`once` : html`<strong>${received} times</strong>, kept once`

const renderMailRow = (mail: MailSummary): Markup => html`<tr>
  <td data-label="When" class="figures">${whenOf(mail.createdAt)}</td>
  <td data-label="To">${mail.to.join(', ')}</td>
  <td data-label="Subject"><a href="/sandbox/inbox/mails/${mail.id}">${mail.subject === '' ? 'no subject' : mail.subject}</a></td>
  <td data-label="Arrived">${timesOf(mail.received)}</td></tr>`

export const renderMails = (count: number, mails: readonly MailSummary[]): string =>
  renderList('mails', {
    count,
    heads: ['When', 'To', 'Subject', 'Arrived'],
    rows: mails.map(renderMailRow),
    empty: 'No mail yet. Buy something in the shop.',
  })

/** One mail: how it looks, in a frame that runs no script, its text form, and its headers. */
export const renderMail = (mail: Mail): string =>
  renderDocument(
    mail.subject,
    html`
  ${renderNav('mails')}
  <h1>${mail.subject === '' ? 'No subject' : mail.subject}</h1>
  <p class="soft">From ${mail.from} to ${mail.to.join(', ')}, ${whenOf(mail.createdAt)} UTC; arrived ${timesOf(mail.received)}.</p>
  ${
    mail.html === null
      ? html`<p class="soft">It has no HTML form.</p>`
      : html`<iframe class="mail" title="The mail as it looks" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" src="/sandbox/inbox/mails/${mail.id}/html"></iframe>`
  }
  <h2>As text</h2>
  ${mail.text === null ? html`<p class="soft">It has no text form.</p>` : html`<pre>${mail.text}</pre>`}
  <h2>Headers</h2>
  <pre>${mail.headers.join('\n')}</pre>`,
  )

export const renderSmsList = (count: number, messages: readonly SentSms[]): string =>
  renderList('sms', {
    count,
    heads: ['When', 'To', 'Message'],
    rows: messages.map(
      sms => html`<tr>
  <td data-label="When" class="figures">${whenOf(sms.createdAt)}</td>
  <td data-label="To" class="figures">${sms.to}</td>
  <td data-label="Message" class="lines">${sms.body}</td></tr>`,
    ),
    empty: 'No SMS yet. The shop sends one when a parcel leaves and when it arrives.',
  })

export const renderPushList = (count: number, messages: readonly PushMessage[]): string =>
  renderList('push', {
    count,
    heads: ['When', 'Browser', 'Message, opened with the browser’s key', 'Arrived'],
    rows: messages.map(
      push => html`<tr>
  <td data-label="When" class="figures">${whenOf(push.createdAt)}</td>
  <td data-label="Browser"><code>${push.subscriptionId}</code></td>
  <td data-label="Message"><code>${push.payload}</code></td>
  <td data-label="Arrived">${timesOf(push.received)}</td></tr>`,
    ),
    empty: 'No push message yet. They go to shoppers who said yes to notifications.',
  })
