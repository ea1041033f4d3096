import {z} from 'zod';
import {count, day, moment, reason} from './board-schemas.ts';

/*
 * The shapes of what is told of the versions that are kept, and of what is sent in to let one out or go back to one.
 */

export const versionRow = z
  .strictObject({
    version: z.string(),
    night: day,
    built_at: moment,
    state: z.enum(['in_force', 'kept', 'held']),
    reasons: z.array(z.string()).meta({description: 'Vì sao bị giữ lại.'}),
    released_from: z.array(z.string()).meta({description: 'Lý do đã giữ, của phiên bản được người thả ra.'}),
    kept_for: z.array(z.string()).meta({description: 'Những việc cần phiên bản này còn nguyên.'}),
    nights: count.meta({description: 'Số đêm trong lịch sử của phiên bản.'}),
  })
  .meta({id: 'Version'});

export const versionsAnswer = z
  .strictObject({
    in_force: z.string().nullable(),
    rolled_back: z.boolean().meta({description: 'Có người đã đưa một phiên bản cũ trở lại.'}),
    rows: z.array(versionRow).meta({description: 'Mới dựng trước.'}),
  })
  .meta({id: 'Versions'});

/** Why a version is let out or gone back to. */
export const versionDecision = z.strictObject({reason});

export type VersionRow = z.output<typeof versionRow>;
export type VersionsAnswer = z.output<typeof versionsAnswer>;
