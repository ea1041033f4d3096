import {z} from 'zod';
import {count, day} from './board-schemas.ts';

/* The shapes of what became of the last nights, of what was delivered for them, and of the room they take. */

const recentNight = z
  .strictObject({
    night: day,
    state: z.enum(['published', 'held', 'broken', 'refused', 'missing']).meta({
      description: 'Đã công bố, bị giữ lại, không dựng được, bản giao bị từ chối, không có bản giao.',
    }),
    reasons: z.array(z.string()),
  })
  .meta({id: 'RecentNight'});

const deliveredRows = z
  .strictObject({
    program_id: z.string(),
    program_name: z.string(),
    night: day.nullable().meta({description: 'Ngày số liệu của bản giao mới nhất trong kỳ.'}),
    rows: count.nullable(),
    usual: z.number().nullable().meta({description: 'Trung vị của các bản giao trước đó trong kỳ.'}),
    difference: z.number().nullable().meta({description: 'Chênh so với trung vị, phân số của 1.'}),
    is_unusual: z.boolean(),
    earlier: z.array(z.strictObject({night: day, rows: count})),
  })
  .meta({id: 'DeliveredRows'});

export const nightsAnswer = z
  .strictObject({
    from: day,
    to: day,
    rows: z.array(recentNight).meta({description: 'Cũ trước.'}),
    deliveries: z.array(deliveredRows),
    storage: z.strictObject({
      version_bytes: count.meta({description: 'Phiên bản đang dùng.'}),
      versions_bytes: count.meta({description: 'Mọi phiên bản đang giữ.'}),
      free_bytes: count,
      disk_bytes: count,
    }),
  })
  .meta({id: 'Nights'});

export type NightsAnswer = z.infer<typeof nightsAnswer>;
export type RecentNight = z.infer<typeof recentNight>;
export type DeliveredRows = z.infer<typeof deliveredRows>;
