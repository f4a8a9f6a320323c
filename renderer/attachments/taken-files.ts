/** What a drop or the clipboard carries: its files, and whether there are folders, which cannot be taken. */
export function takenFiles(data: DataTransfer): { files: File[]; hasFolders: boolean } {
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  const files = items.flatMap((item) => (isFolder(item) ? [] : (item.getAsFile() ?? [])))
  return { files, hasFolders: files.length < items.length }
}

export function carriesFiles({ types }: DataTransfer): boolean {
  return types.includes('Files')
}

/** A picture out of the clipboard is called image.png by every browser; `name` says when it was pasted instead. */
export function namedFile(file: File, name: string): File {
  return file.name === 'image.png' ? new File([file], name, { type: file.type }) : file
}

function isFolder(item: DataTransferItem): boolean {
  return item.webkitGetAsEntry()?.isDirectory ?? false
}
