export const isMac = /mac/i.test(navigator.platform)

/** Whether a window of our own stands around the page, rather than a browser. */
export const isElectron = 'shell' in globalThis
