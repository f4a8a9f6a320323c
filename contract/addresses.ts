import { z } from 'zod'
import { line } from './common.ts'

/** An address in the parts an envelope needs. */
export const Address = z.object({
  id: z.int(),
  /** What it is for: 公司, 仓库, 家 … */
  label: z.string(),
  /** 省市区, from the large to the small: 浙江省杭州市西湖区. */
  area: z.string(),
  street: z.string(),
  postcode: z.string(),
})
export type Address = z.infer<typeof Address>

/** `id` is null for one that is being added. At least the area or the street says something. */
export const AddressDraft = z
  .object({
    id: z.int().nullable(),
    label: line(20),
    area: line(200),
    street: line(500),
    postcode: line(20),
  })
  .refine(({ area, street }) => area !== '' || street !== '')
export type AddressDraft = z.infer<typeof AddressDraft>
