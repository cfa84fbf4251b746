import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** Longer pages are cut: below this a picture shows nothing new. */
const heightMax = 3600
const quality = 82

/** The whole page as WebP, once its pictures and fonts are there. */
export const takePicture = async (page: Page, file: string): Promise<void> => {
  await page.evaluate(async heightMax => {
    const nextFrame = () => new Promise(requestAnimationFrame)
    for (let y = 0; y < Math.min(document.body.scrollHeight, heightMax); y += innerHeight) {
      scrollTo(0, y)
      await nextFrame()
    }
    scrollTo(0, 0)
    await document.fonts.ready
    // One that is hidden or below the cut is never fetched, and one that cannot be shown is missing in what we take, as it should be.
    const taken = [...document.images].filter(
      image => image.checkVisibility() && image.getBoundingClientRect().top < heightMax,
    )
    for (const image of taken) image.loading = 'eager'
    await Promise.allSettled(taken.map(image => image.decode()))
  }, heightMax)
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }))
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, heightMax), scale: 1 },
  })
  await session.detach()
  await writeFile(file, Buffer.from(data, 'base64'))
}
