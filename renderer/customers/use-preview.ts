import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'

const place = 'shuke.preview'

/** Whether the list shows the current row beside it: as it was left last, and hidden at first where there is no room. */
export function usePreview() {
  const hasRoom = useMediaQuery('(min-width: 1200px)', window.innerWidth >= 1200)
  const [wide, setWide] = useState(() => localStorage.getItem(place) !== 'closed')
  const [narrow, setNarrow] = useState(false)

  const toggleWide = () => {
    localStorage.setItem(place, wide ? 'closed' : 'open')
    setWide(!wide)
  }
  return hasRoom ? { isOpen: wide, toggle: toggleWide } : { isOpen: narrow, toggle: () => setNarrow(!narrow) }
}
