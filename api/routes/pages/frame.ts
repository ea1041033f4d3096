import {z} from 'zod';
import {nightsFrozen} from '../../board/freezes.ts';
import {boardRevision} from '../../board/revision.ts';
import type {SourceFreshness} from '../../answers.ts';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import * as schemas from '../../page-schemas.ts';
import {parameters} from '../../parameters.ts';

/** What stands around every page: the nights there are, which are frozen, and how fresh the sources are. */
export const frame = endpoint({
  path: '/pages/frame',
  summary: 'Khung chung của mọi trang: các đêm, đêm đã chốt, độ mới của nguồn',
  params: z.strictObject({}),
  query: z.strictObject({format: parameters.only_json}),
  answer: schemas.frameAnswer,
  tabular: false,
  dependsOn: boardRevision,
  async find(_question, version, _asker, store) {
    return {
      answer: {
        ...stampOf(version, undefined),
        published_at: version.current.published_at,
        nights: [...version.nights],
        frozen_nights: nightsFrozen(store),
        sources: await version.rows<SourceFreshness>('source_freshness'),
      },
    };
  },
});
