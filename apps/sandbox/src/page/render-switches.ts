import { type Fault, type FaultMode, type FaultTarget, faultModes, faultTargets } from '../faults/fault-modes.ts'
import { html, type Markup } from './html.ts'

const targetWords: Readonly<Record<FaultTarget, string>> = {
  payment: 'Payments',
  cancel: 'Cancellations of payments',
  refund: 'Refunds',
  lookup: 'Questions about a charge',
  webhook: 'Webhooks',
  carrier: 'Registrations of parcels',
  'carrier-cancel': 'Cancellations of parcels',
  'carrier-webhook': 'Webhooks of the carrier',
  mail: 'Mails',
  sms: 'SMS',
  push: 'Push messages',
  'data-platform': 'Deliveries to the data platform',
}

const modeWords: Readonly<Record<FaultMode, string>> = {
  ok: 'work',
  decline: 'are declined',
  error500: 'answer 500, do nothing',
  slow: 'answer slowly',
  'charge-then-timeout': 'charge, then never answer',
  'refund-then-timeout': 'refund, then never answer',
  lost: 'are lost',
  duplicate: 'are sent twice',
  reordered: 'are overtaken by the next one',
  delayed: 'are sent late',
  'register-then-timeout': 'register, then never answer',
  'cancel-then-timeout': 'cancel, then never answer',
  'send-then-timeout': 'send, then never answer',
  'store-then-timeout': 'store, then never answer',
  reject: 'are refused (550)',
  error: 'are put off (451)',
  'accept-then-drop': 'arrive, then the connection is cut',
  down: 'find the connection cut',
}

const describe = (fault: Fault): string => {
  if (fault.mode === 'ok') return modeWords.ok
  return `${modeWords[fault.mode]}, ${fault.times === null ? 'until taken back' : `${fault.times} more`}`
}

const renderSwitch = (target: FaultTarget, fault: Fault): Markup => html`
  <form class="switch ${fault.mode === 'ok' ? '' : 'on'}" method="post" action="/sandbox/switch">
    <h3>${targetWords[target]} <span class="${fault.mode === 'ok' ? 'good' : 'bad'}">${describe(fault)}</span></h3>
    <input type="hidden" name="target" value="${target}">
    <label>From now on they
      <select name="mode">${faultModes[target].map(mode => html`<option value="${mode}" ${mode === fault.mode ? html`selected` : ''}>${modeWords[mode]}</option>`)}</select>
    </label>
    <label>How many times (empty: until taken back)<input name="times" inputmode="numeric" value="${fault.times}"></label>
    <label>Milliseconds, for slow, late and silent ones<input name="delayMs" inputmode="numeric" value="${fault.mode === 'ok' || fault.delayMs === 0 ? '' : fault.delayMs}"></label>
    <button class="main">Set</button>
  </form>`

export const renderSwitches = (faults: Readonly<Record<FaultTarget, Fault>>): Markup =>
  html`<div class="switches">${faultTargets.map(target => renderSwitch(target, faults[target]))}</div>`
