import '../styles/kit.css'
import '../styles/global.css'
import { createRoot } from 'react-dom/client'
import { guessLanguage, startI18n } from '../lib/i18n.ts'
import { refuseStrayDrops } from '../lib/refuse-drops.ts'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')

refuseStrayDrops()
await startI18n(guessLanguage())
createRoot(root).render(<App />)
