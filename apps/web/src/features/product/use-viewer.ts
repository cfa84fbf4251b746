'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useTranslations } from 'next-intl'
import './viewer.css'

/** So much larger than it fits into the window a picture can be pulled, and by one press. */
const zoom = { most: 4, byPress: 2 }

/**
 * Opens the pictures above everything else, in the size of the window: arrows, swipe, pinch, double tap, Escape; the code
 * for it comes with the first press. The page is shown the picture that was looked at last, and then gets the focus back at it.
 */
export const useViewer = (
  pictures: ProductDetail['pictures'],
  name: string,
  page: { readonly show: (index: number) => void; readonly focus: (index: number) => void },
): ((index: number) => Promise<void>) => {
  const t = useTranslations('product')
  return async index => {
    const { default: PhotoSwipe } = await import('photoswipe')
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const viewer = new PhotoSwipe({
      dataSource: pictures.map(({ path, width, height, alt }) => ({ src: path, width, height, alt })),
      index,
      bgOpacity: 1,
      wheelToZoom: true,
      showHideAnimationType: isStill ? 'none' : 'fade',
      zoomAnimationDuration: isStill ? false : 240,
      secondaryZoomLevel: level => level.fit * zoom.byPress,
      maxZoomLevel: level => level.fit * zoom.most,
      padding: { top: 56, bottom: 24, left: 0, right: 0 },
      closeTitle: t('viewer.close'),
      zoomTitle: t('viewer.zoom'),
      arrowPrevTitle: t('previousPicture'),
      arrowNextTitle: t('nextPicture'),
      errorMsg: t('viewer.failed'),
      // It would bring the picture that it was opened from into view again.
      returnFocus: false,
    })
    viewer.on('close', () => page.show(viewer.currIndex))
    viewer.on('destroy', () => page.focus(viewer.currIndex))
    viewer.init()
    viewer.element?.setAttribute('aria-label', t('pictures', { name }))
    viewer.element?.setAttribute('aria-modal', 'true')
  }
}
