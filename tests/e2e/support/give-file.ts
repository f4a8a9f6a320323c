import type { Page } from '@playwright/test'

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the system does when a file is dropped on the window, or a picture pasted into it. */
export async function giveFile(page: Page, how: 'drop' | 'paste', { name, bytes }: GivenFile): Promise<void> {
  await page.evaluate(
    ({ how, name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], name))
      const options = { bubbles: true, cancelable: true }
      document.body.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      )
    },
    { how, name, bytes: [...bytes] },
  )
}
