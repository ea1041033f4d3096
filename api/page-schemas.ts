import {z} from 'zod';
import {sourceFreshness, stamp} from './schemas.ts';

/*
 * The shapes of what single pages of the web ask for, each in one answer; their types are taken from here, and the
 * OpenAPI document is made of them.
 */

const day = z.iso.date();

export const frameAnswer = z
  .strictObject({
    ...stamp.shape,
    published_at: z.iso.datetime({offset: true}),
    nights: z.array(day).meta({description: 'Mọi đêm đã công bố, cũ trước.'}),
    frozen_nights: z.array(day).meta({description: 'Những đêm có bảng xếp hạng đã được hai người chốt.'}),
    sources: z.array(sourceFreshness),
  })
  .meta({id: 'FrameAnswer'});

export type FrameAnswer = z.infer<typeof frameAnswer>;
