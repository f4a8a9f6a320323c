import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron'
import type { PageSetup } from '#contract/shell.ts'

const microns = 1000
const millimetresPerInch = 25.4

// B5 as it is sold in China: ISO, not the Japanese size. Electron knows the other three by name.
const isoB5 = { width: 176, height: 250 }

export function printOptions({ paper, landscape }: PageSetup): WebContentsPrintOptions {
  return {
    landscape,
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: paper === 'B5' ? scaled(isoB5, microns) : paper,
  }
}

export function pdfOptions({ paper, landscape }: PageSetup): PrintToPDFOptions {
  return {
    landscape,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: paper === 'B5' ? scaled(isoB5, 1 / millimetresPerInch) : paper,
  }
}

function scaled({ width, height }: typeof isoB5, factor: number): typeof isoB5 {
  return { width: width * factor, height: height * factor }
}
