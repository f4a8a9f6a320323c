import type app from './locales/zh-CN/app.json'
import type attachments from './locales/zh-CN/attachments.json'
import type card from './locales/zh-CN/card.json'
import type commands from './locales/zh-CN/commands.json'
import type common from './locales/zh-CN/common.json'
import type customers from './locales/zh-CN/customers.json'
import type duplicates from './locales/zh-CN/duplicates.json'
import type errors from './locales/zh-CN/errors.json'
import type firstRun from './locales/zh-CN/first-run.json'
import type history from './locales/zh-CN/history.json'
import type exporting from './locales/zh-CN/export.json'
import type importing from './locales/zh-CN/import.json'
import type print from './locales/zh-CN/print.json'
import type search from './locales/zh-CN/search.json'
import type fields from './locales/zh-CN/fields.json'
import type settings from './locales/zh-CN/settings.json'
import type views from './locales/zh-CN/views.json'
import type staff from './locales/zh-CN/staff.json'
import type trash from './locales/zh-CN/trash.json'
import type visits from './locales/zh-CN/visits.json'
import type followUps from './locales/zh-CN/follow-ups.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      app: typeof app
      attachments: typeof attachments
      card: typeof card
      commands: typeof commands
      common: typeof common
      customers: typeof customers
      duplicates: typeof duplicates
      errors: typeof errors
      'first-run': typeof firstRun
      history: typeof history
      export: typeof exporting
      import: typeof importing
      print: typeof print
      search: typeof search
      fields: typeof fields
      settings: typeof settings
      staff: typeof staff
      trash: typeof trash
      views: typeof views
      visits: typeof visits
      'follow-ups': typeof followUps
    }
  }
}
