import { createTheme, type MantineColorsTuple, rem } from '@mantine/core'
import { components } from './components.ts'

/** 黛, ink-teal: 7 is solid and text in light, 6 solid in dark, 3 text in dark. */
const dai: MantineColorsTuple = [
  '#EEF6F5',
  '#DCECEA',
  '#B7D8D4',
  '#84C2BC',
  '#56A19B',
  '#36857F',
  '#26746E',
  '#17635E',
  '#104C48',
  '#0A3835',
]
const stone: MantineColorsTuple = [
  '#FAFAF9',
  '#F4F4F2',
  '#EBEBE8',
  '#DFDFDB',
  '#C9C9C4',
  '#9B9B95',
  '#71716B',
  '#53534E',
  '#383835',
  '#1E1E1C',
]
const night: MantineColorsTuple = [
  '#E8E8E5',
  '#C6C6C2',
  '#A8A8A3',
  '#83837E',
  '#4A4A47',
  '#383836',
  '#2A2A29',
  '#1E1E1D',
  '#171716',
  '#111110',
]

export const theme = createTheme({
  primaryColor: 'dai',
  primaryShade: { light: 7, dark: 6 },
  colors: { dai, gray: stone, dark: night },
  white: '#FFFFFF',
  black: '#1E1E1C',
  fontFamily:
    '"Segoe UI","Microsoft YaHei UI","Microsoft YaHei",-apple-system,"PingFang SC","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif',
  fontFamilyMonospace: 'Consolas,"SF Mono","Noto Sans Mono CJK SC",monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(2), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(12) },
  defaultRadius: 'sm',
  headings: {
    // CJK UI fonts reliably come in regular and bold only.
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '28px' },
      h2: { fontSize: rem(16), lineHeight: '24px' },
      h3: { fontSize: rem(14), lineHeight: '20px' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgba(0,0,0,.10)',
    lg: '0 8px 28px rgba(0,0,0,.14)',
    xl: '0 16px 48px rgba(0,0,0,.20)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components,
})
