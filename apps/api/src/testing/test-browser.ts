import { randomBytes } from 'node:crypto'
import { defaultDeliveryTerms } from '@makegood/core/delivery/default-terms'
import { standardDelivery } from '@makegood/core/delivery/delivery-terms'
import { priceDelivery } from '@makegood/core/delivery/price-delivery'
import { newId } from '@makegood/core/ids'
import type { TestApi } from './start-test-api.ts'

/** A JSON body that a test looks into by name; what is not there is undefined. */
export interface Json {
  readonly [key: string]: Json | undefined
}
export type Answer = { readonly status: number; readonly body: Json; readonly headers: Headers }

const webOrigin = 'http://shop.test'

/** A browser on the shop's pages: keeps cookies, sends Origin with what it posts, and has an address of its own. */
export const createTestBrowser = ({ url }: Pick<TestApi, 'url'>) => {
  const cookies = new Map<string, string>()
  // The test stands where the web server stands, so the api believes the address it names.
  const address = `10.${[...randomBytes(3)].join('.')}`

  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: {
        'x-forwarded-for': address,
        ...(cookie ? { cookie } : {}),
        ...Object.fromEntries(new Headers(init.headers)),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) }
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: webOrigin, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  return {
    cookies,
    address,
    request,
    post,
    query: (procedure: string, input?: unknown) =>
      request(`/trpc/${procedure}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`),
    mutate: (procedure: string, input: unknown, headers?: Record<string, string>) =>
      post(`/trpc/${procedure}`, input, headers),
    signUp: async (email = `${randomBytes(6).toString('hex')}@example.com`, password = 'a long password') => {
      const answer = await post('/auth/sign-up/email', { name: 'Kim Mina', email, password })
      if (answer.status !== 200) throw new Error(`sign-up answered ${answer.status}`)
      return { email, password, userId: String(answer.body.user?.id) }
    },
  }
}
export type TestBrowser = ReturnType<typeof createTestBrowser>

export const testAddress = {
  recipient: 'Kim Mina',
  phone: '010-1234-5678',
  postcode: '06621',
  address1: 'Seocho-daero 11',
  address2: '',
}

/** What an order of these goods comes to with standard delivery, as a shopper is shown it. */
export const withDelivery = (goodsMinor: unknown): string => {
  const goods = BigInt(String(goodsMinor))
  const delivery = priceDelivery(standardDelivery, goods, defaultDeliveryTerms)
  if (typeof delivery === 'object') throw new Error('standard delivery is offered')
  return String(goods + delivery)
}

/** Puts one unit of the variant into the browser's cart and places the order. */
export const placeTestOrder = async (browser: TestBrowser, variantId: string) => {
  const added = await browser.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  const order = {
    orderId: newId('order', new Date()),
    expectedTotalMinor: withDelivery(added.body.result?.data?.total?.amountMinor),
    email: 'mina@example.com',
    address: testAddress,
    locale: 'ko',
  }
  const placed = await browser.mutate('store.order.place', order)
  if (placed.status !== 200) throw new Error(`placing the order answered ${placed.status}`)
  return order
}
