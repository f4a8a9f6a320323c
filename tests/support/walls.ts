import { dirname, posix } from 'node:path'

/** Each folder and the folders it may import from, besides itself. Whatever is not listed is forbidden. */
export type Walls = Readonly<Record<string, readonly string[]>>

/** What breaks the walls, one sentence each. `sources` is text by path from the project's root. */
export function breachesOf(walls: Walls, sources: ReadonlyMap<string, string>): string[] {
  const folders = Object.keys(walls).toSorted((a, b) => b.length - a.length)
  const folderOf = (file: string) => folders.find((folder) => file.startsWith(`${folder}/`)) ?? dirname(file)

  const unlisted = [...new Set([...sources.keys()].map(sliceOf))]
    .filter((slice) => !(slice in walls))
    .map((slice) => `${slice}/ is not in the table of walls: say there what it may import`)

  const breaches = [...sources].flatMap(([file, text]) =>
    importsOf(file, text)
      .filter((target) => folderOf(file) !== folderOf(target) && !walls[folderOf(file)]?.includes(folderOf(target)))
      .map((target) => `${file} must not import ${target}`),
  )
  return [...unlisted, ...breaches]
}

/** Inside the core and the renderer a slice is a folder; everywhere else the layer is one. */
function sliceOf(file: string): string {
  const [layer = '', folder, ...rest] = file.split('/')
  return (layer === 'core' || layer === 'renderer') && rest.length > 0 ? `${layer}/${folder}` : layer
}

function importsOf(file: string, text: string): string[] {
  const specifiers = text.matchAll(/(?:from|import|import\(|new URL\()\s*'([.#][^']+)'/g)
  return [...specifiers].map(([, path = '']) =>
    path.startsWith('#') ? path.slice(1) : posix.join(posix.dirname(file), path),
  )
}
