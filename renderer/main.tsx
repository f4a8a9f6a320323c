import './lib/page-policy.ts'
import './styles/kit.css'
import './styles/global.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { guessLanguage, startI18n } from './lib/i18n.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')

await startI18n(guessLanguage())
createRoot(root).render(<App />)
