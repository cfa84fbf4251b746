// Shows the shop's messages while no page of it is open, and a page of its own where a page cannot be reached.
const offlinePage = '/offline'
const cacheName = 'makegood-offline-1'

self.addEventListener('install', event => {
  event.waitUntil(caches.open(cacheName).then(cache => cache.add(new Request(offlinePage, { cache: 'reload' }))))
})

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(name => name !== cacheName).map(name => caches.delete(name))))
      .then(() => self.registration.navigationPreload?.enable())
      .then(() => self.clients.claim()),
  )
})

// Only whole pages, and only where the network gives nothing: everything else is the browser's own business.
self.addEventListener('fetch', event => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(loadPage(event).catch(() => caches.match(offlinePage)))
})

// The browser asks for the page while this script starts, so that no page comes later for it.
const loadPage = async event => (await event.preloadResponse) ?? fetch(event.request)

self.addEventListener('push', event => {
  const { title, body, url, tag } = event.data ? event.data.json() : {}
  if (!title) return
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: '/icon.svg', data: { url } }))
})

self.addEventListener('notificationclick', event => {
  event.notification.close()
  const { url } = event.notification.data ?? {}
  // A message leads to the shop and nowhere else.
  if (!url || new URL(url).origin !== self.location.origin) return
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(pages => {
      const open = pages.find(page => page.url === url)
      return open ? open.focus() : self.clients.openWindow(url)
    }),
  )
})
