import type commands from './locales/zh-CN/commands.json'
import type common from './locales/zh-CN/common.json'
import type errors from './locales/zh-CN/errors.json'
import type print from './locales/zh-CN/print.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      commands: typeof commands
      common: typeof common
      errors: typeof errors
      print: typeof print
    }
  }
}
