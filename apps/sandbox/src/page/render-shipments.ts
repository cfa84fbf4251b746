import type { ListedShipment } from '../carrier/read-shipments.ts'
import { trackingPath } from '../carrier/shipment.ts'
import { movesFrom, type ShipmentStatus } from '../carrier/shipment-moves.ts'
import { html, type Markup } from './html.ts'

export const statusWords: Readonly<Record<ShipmentStatus, string>> = {
  registered: 'registered',
  'handed-over': 'handed over',
  'in-transit': 'in transit',
  delivered: 'delivered',
  lost: 'lost',
  refused: 'refused, on its way back',
  returned: 'returned to the shop',
  cancelled: 'cancelled',
}

const moveWords: Readonly<Record<ShipmentStatus, string>> = { ...statusWords, refused: 'refused', returned: 'returned' }

export const statusClass = (status: ShipmentStatus): string => {
  if (status === 'delivered') return 'good'
  return status === 'lost' || status === 'refused' || status === 'returned' ? 'bad' : 'soft'
}

const renderMoves = ({ ref, trackingNo, kind, status }: ListedShipment): Markup => {
  const moves = movesFrom(kind, status)
  if (moves.length === 0) return html`<span class="soft">stays there</span>`
  return html`<form class="moves" aria-label="Move ${trackingNo} to" method="post" action="/sandbox/shipments/${ref}/move">${moves.map(
    to => html`<button name="to" value="${to}">${moveWords[to]}</button>`,
  )}</form>`
}

const renderShipment = (shipment: ListedShipment): Markup => html`<tr>
  <td data-label="When" class="figures">${shipment.createdAt.slice(0, 19).replace('T', ' ')}</td>
  <td data-label="Parcel" class="figures"><a href="${trackingPath(shipment.trackingNo)}">${shipment.trackingNo}</a></td>
  <td data-label="Kind">${shipment.kind}, ${shipment.items} ${shipment.items === 1 ? 'piece' : 'pieces'}</td>
  <td data-label="State" class="${statusClass(shipment.status)}">${statusWords[shipment.status]}</td>
  <td data-label="Order"><code>${shipment.orderId}</code></td>
  <td data-label="Move it to">${renderMoves(shipment)}</td></tr>`

/** The newest parcels, each with its state and a button for every move that makes sense. */
export const renderShipments = (shipments: readonly ListedShipment[], count: number): Markup =>
  shipments.length === 0
    ? html`<p class="soft">None yet. The shop registers one for each confirmed order.</p>`
    : html`<p class="soft">${count} in all. Each button moves one parcel and tells the shop.</p>
  <div class="scroll"><table><thead><tr><th>When</th><th>Parcel</th><th>Kind</th><th>State</th><th>Order</th><th>Move it to</th></tr></thead><tbody>${shipments.map(renderShipment)}</tbody></table></div>`
