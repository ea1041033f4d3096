import {z} from 'zod';
import {stamp} from './schemas.ts';

/* The shapes of which provinces of before 01/07/2025 each province of today is made of. */

const formerProvince = z
  .strictObject({
    former_province_id: z.string(),
    former_province_name: z.string(),
    province_id: z.string(),
    province_name: z.string(),
    is_code_reused: z.boolean().meta({description: 'Mã cũ nay là mã của một tỉnh khác.'}),
  })
  .meta({id: 'FormerProvince'});

export const formerProvincesAnswer = z
  .strictObject({...stamp.shape, rows: z.array(formerProvince)})
  .meta({id: 'FormerProvinces'});

export type FormerProvince = z.infer<typeof formerProvince>;
export type FormerProvincesAnswer = z.infer<typeof formerProvincesAnswer>;
