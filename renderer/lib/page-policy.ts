import { z } from 'zod'

interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createHTML: (text: string) => string }): unknown
}

// What the page's policy asks of its own code. Runs before anything else: schemas look at this as they are made.

// Compiled checks would need `new Function`, which is forbidden here.
z.config({ jitless: true })

// React hands the UI kit's style sheets to `innerHTML`. A text without a tag may pass, markup from a text never does.
const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('Markup is not taken from a text')
    return text
  },
})
