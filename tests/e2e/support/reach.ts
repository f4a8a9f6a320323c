import type { Locator, Page } from '@playwright/test'

/** Key by key, as somebody without a mouse would, until one of these has the focus. */
export async function reach(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', limit = 60): Promise<void> {
  for (let presses = 0; presses < limit; presses++) {
    if (await wanted.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${limit} times ${key} did not lead there.`)
}
