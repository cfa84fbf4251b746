import type { ShipmentWithSteps } from '../carrier/read-shipments.ts'
import { carrierName } from '../carrier/shipment.ts'
import { html } from './html.ts'
import { renderDocument } from './render-document.ts'
import { statusClass, statusWords } from './render-shipments.ts'

/** The page on which a shopper follows a parcel: a tracking number can be guessed, so it names neither person nor place. */
export const renderTracking = ({ shipment, steps }: ShipmentWithSteps): string =>
  renderDocument(
    `Parcel ${shipment.trackingNo}`,
    html`
  <h1>Parcel <span class="figures">${shipment.trackingNo}</span></h1>
  <p>${carrierName}, the sandbox’s carrier: <strong class="${statusClass(shipment.status)}">${statusWords[shipment.status]}</strong>. Times are UTC.</p>
  <table><thead><tr><th>When</th><th>What</th></tr></thead><tbody>${steps.map(
    step =>
      html`<tr><td data-label="When" class="figures">${step.at.slice(0, 19).replace('T', ' ')}</td><td data-label="What">${statusWords[step.status]}</td></tr>`,
  )}</tbody></table>`,
  )
