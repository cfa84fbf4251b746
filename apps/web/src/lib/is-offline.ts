/** True where the browser knows that its own line is off; a line that leads nowhere counts as one that is there. */
export const isOffline = (browser: Pick<Navigator, 'onLine'> = navigator): boolean => browser.onLine === false
