import {z} from 'zod';
import {stamp} from './schemas.ts';

/* The shapes of finding officers by name. */

const officerFound = z
  .strictObject({
    officer_id: z.string(),
    officer_name: z.string(),
    office_name: z.string().nullable(),
    province_name: z.string().nullable(),
  })
  .meta({id: 'OfficerFound'});

export const officersAnswer = z
  .strictObject({...stamp.shape, rows: z.array(officerFound)})
  .meta({id: 'Officers'});

export type OfficerFound = z.infer<typeof officerFound>;
export type OfficersAnswer = z.infer<typeof officersAnswer>;
