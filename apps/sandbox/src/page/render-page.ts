import type { SandboxCharge } from '../faults/sandbox-charges.ts'
import { testCards } from '../gateway/test-cards.ts'
import { html, type Markup } from './html.ts'
import type { Delivery, PageData } from './read-page-data.ts'
import { renderDocument } from './render-document.ts'
import { renderShipments } from './render-shipments.ts'
import { renderSwitches } from './render-switches.ts'

const spaced = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

const amountOf = (charge: SandboxCharge): string => {
  const minorDigits = charge.currency === 'krw' || charge.currency === 'jpy' ? 0 : 2
  const amount = (minor: number) =>
    new Intl.NumberFormat('en', { style: 'currency', currency: charge.currency }).format(minor / 10 ** minorDigits)
  return charge.amountRefunded === 0
    ? amount(charge.amount)
    : `${amount(charge.amount)}, ${amount(charge.amountRefunded)} given back`
}

const renderCards = (): Markup => html`
  <table><thead><tr><th>Number</th><th>What it does</th><th>Known to</th></tr></thead><tbody>
  ${testCards.map(
    card =>
      html`<tr><td><code>${spaced(card.number)}</code></td><td>${card.does}</td><td class="soft">${card.stripes ? 'Stripe’s test mode too' : 'this sandbox only'}</td></tr>`,
  )}
  </tbody></table>`

const renderCharge = (charge: SandboxCharge): Markup => html`<tr>
  <td data-label="When" class="figures">${charge.createdAt.slice(0, 19).replace('T', ' ')}</td>
  <td data-label="Amount" class="figures">${amountOf(charge)}</td>
  <td data-label="Result" class="${charge.status === 'succeeded' ? 'good' : 'bad'}">${charge.status}${charge.failureCode === null ? '' : `: ${charge.failureCode}`}</td>
  <td data-label="Card"><code>${charge.last4}</code></td>
  <td data-label="For"><code>${charge.orderId ?? charge.topUpId}</code></td>
  <td data-label="Charge"><code>${charge.id}</code></td></tr>`

const renderDelivery = (delivery: Delivery): Markup => html`<tr>
  <td data-label="When" class="figures">${delivery.createdAt.slice(0, 19)}</td>
  <td data-label="Event"><code>${delivery.type}</code></td>
  <td data-label="State" class="${delivery.state === 'delivered' ? 'good' : delivery.state === 'waiting' ? 'soft' : 'bad'}">${delivery.state}</td>
  <td data-label="Attempts" class="figures">${delivery.attempts}</td>
  <td data-label="Last error">${delivery.lastError ?? 'none'}</td></tr>`

const empty = (words: string): Markup => html`<p class="soft">${words}</p>`

export const renderPage = (data: PageData): string =>
  renderDocument(
    'Makegood sandbox',
    html`
  <h1>The outside world, in a sandbox</h1>
  <p>This server plays the payment gateway, the carrier, the mailbox, the telephone and the data platform for the shop. It speaks the part of Stripe’s API that the shop uses, keeps its own books, moves parcels, takes every message, and fails when it is told to, so that you can watch the shop make good of it. No money moves here, and no van.</p>
  <p><a href="/sandbox/inbox">Read the mails, SMS and push messages that the shop has sent</a></p>
  <h2>Cards to pay with</h2>
  <p>Any month and year still to come, any three digits as security code (four for American Express). Every other number is declined; please never enter a real card.</p>
  ${renderCards()}
  <h2>Switches</h2>
  <p>A switch rules over the cards. Tests turn the same ones with <code>PUT /sandbox/faults</code>.</p>
  ${renderSwitches(data.faults)}
  <div class="row">
    <form method="post" action="/sandbox/switch"><input type="hidden" name="target" value="all"><button class="quiet">All work again</button></form>
    <form method="post" action="/sandbox/empty"><button class="quiet">Empty the sandbox: forget every card, charge, parcel, message and event</button></form>
  </div>
  <h2>Last charges</h2>
  <p class="soft">${data.chargeCount} took money so far. Times are UTC.</p>
  ${
    data.charges.length === 0
      ? empty('None yet. Buy something in the shop.')
      : html`<div class="scroll"><table><thead><tr><th>When</th><th>Amount</th><th>Result</th><th>Card</th><th>For</th><th>Charge</th></tr></thead><tbody>${data.charges.map(renderCharge)}</tbody></table></div>`
  }
  <h2>Last parcels</h2>
  ${renderShipments(data.shipments, data.shipmentCount)}
  <h2>Last webhooks</h2>
  ${
    data.deliveries.length === 0
      ? empty('None yet. Each charge, refund and move of a parcel sends one to the shop.')
      : html`<div class="scroll"><table><thead><tr><th>When</th><th>Event</th><th>State</th><th>Attempts</th><th>Last error</th></tr></thead><tbody>${data.deliveries.map(renderDelivery)}</tbody></table></div>`
  }`,
  )

export const renderApproval = (id: string, amount: string): string =>
  renderDocument(
    'Approve a payment',
    html`
  <h1>Approve this payment?</h1>
  <p>Your bank asks whether it is really you who pays <strong>${amount}</strong>. This is the sandbox’s bank: nothing is charged.</p>
  <form class="row" method="post" action="/sandbox/approve/${id}">
    <button class="main" name="decision" value="approve">Approve</button>
    <button name="decision" value="refuse">Refuse</button>
  </form>`,
  )
