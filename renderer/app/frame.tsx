import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDueBadge } from '../follow-ups/use-due-badge.ts'
import { listenForCommandKeys, runCommand } from '../lib/commands.ts'
import { isDialogOpen } from '../lib/keys.ts'
import { useRoute } from '../lib/navigation.ts'
import { shell } from '../lib/shell.ts'
import { Palette } from '../search/palette.tsx'
import { WithStatusBar } from '../ui/status-bar.tsx'
import classes from './app.module.css'
import { FrameCommands } from './frame-commands.tsx'
import { Forms } from './forms.tsx'
import { Pages, usePreloadedPages } from './pages.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useColorScheme } from './use-color-scheme.ts'
import { useTitle } from './use-title.ts'

export function Frame() {
  const { t } = useTranslation(['app', 'common'])
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  useColorScheme()
  usePreloadedPages()
  useTitle(route)
  useDueBadge()

  useEffect(() => listenForCommandKeys(), [])
  useEffect(() => shell.onCommand((command) => void (isDialogOpen() || runCommand(command))), [])

  return (
    <div className={classes.frame}>
      <a
        className={classes.skip}
        href="#main"
        onClick={(event) => {
          // The hash is the address of the page: a jump inside it must not change it.
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('skip')}
      </a>
      <header className={classes.head}>
        <div className={classes.brand}>
          <span className={classes.seal} aria-hidden>
            {t('seal')}
          </span>
          <span className={classes.name}>{t('common:appName')}</span>
        </div>
        <TopBar />
      </header>
      <Rail route={route} />
      <WithStatusBar label={t('status')}>
        <main className={classes.main} ref={main} tabIndex={-1} id="main">
          <Pages route={route} />
        </main>
        <Forms />
        <Palette />
        <FrameCommands />
      </WithStatusBar>
    </div>
  )
}
