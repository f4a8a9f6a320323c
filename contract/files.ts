import { z } from 'zod'

/**
 * A file that the core may read or has written, without its path: the page never sees where it lies.
 * Made by the host (picked in a dialog, uploaded) or by the core (an export), and gone when the program ends.
 */
export const FileToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/)
  .brand<'FileToken'>()
export type FileToken = z.infer<typeof FileToken>

export const FileHandle = z.object({ token: FileToken, name: z.string().max(255), size: z.int().nonnegative() })
export type FileHandle = z.infer<typeof FileHandle>
