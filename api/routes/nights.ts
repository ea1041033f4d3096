import {z} from 'zod';
import type {DataFolder} from '../../warehouse/folders.ts';
import {readReceipts, receiptsInForce} from '../../warehouse/landing/read-receipts.ts';
import {action, type Action} from '../action.ts';
import type {SourceFreshness} from '../answers.ts';
import {nightsAnswer} from '../night-schemas.ts';
import type {Pipeline} from '../pipeline.ts';
import {deliveredRows, periodOf, recentNights, storageOf, type KnownNights} from '../recent-nights.ts';
import type {Versions} from '../versions.ts';

const nothing = z.strictObject({});

/** What became of the last thirty nights, what was delivered for them, and the room they take. */
export const nightActions = ({
  folder,
  versions,
  pipeline,
}: {
  folder: DataFolder;
  versions: Versions;
  pipeline: Pipeline;
}): Action[] => [
  action({
    method: 'GET',
    path: '/nights',
    summary:
      '30 đêm gần nhất: công bố, bị giữ, không dựng được, bị từ chối hay thiếu; số dòng được giao; dung lượng',
    params: nothing,
    query: nothing,
    answer: nightsAnswer,
    act: () =>
      versions.use(async (version) => {
        const known: KnownNights = {
          served: version.nights,
          versions: pipeline.versions(),
          runs: pipeline.runs(),
          receipts: receiptsInForce(readReceipts(folder)),
        };
        const period = periodOf(known);
        const programs = await version.rows<SourceFreshness>('source_freshness');
        return {
          ...period,
          rows: recentNights(known, period),
          deliveries: deliveredRows(programs, known, period),
          storage: storageOf(folder, known.versions, version.current.version),
        };
      }),
  }),
];
