import {accountsMigration} from './accounts-migration.ts';
import {attachmentsMigration} from './attachments-migration.ts';
import {auditMigration} from './audit-migration.ts';
import {boardMigration} from './board-migration.ts';
import {bulletinsMigration} from './bulletins-migration.ts';
import {gapRecordMigration} from './gap-record-migration.ts';
import {letterTemplatesMigration} from './letter-templates-migration.ts';
import {looksMigration} from './looks-migration.ts';
import {pageViewsMigration} from './page-views-migration.ts';
import {queriesMigration} from './queries-migration.ts';
import {removedDaysMigration} from './removed-days-migration.ts';
import {targetChangesMigration} from './target-changes-migration.ts';
import {workMigration} from './work-migration.ts';

/** One step of the operational store's schema. What was released is never changed: a change is one more step. */
export interface Migration {
  /** Remembered by the store for good, so never reused. */
  name: string;
  sql: string;
}

/** Every step, in order: a new one goes to the end. */
export const migrations: readonly Migration[] = [
  auditMigration,
  accountsMigration,
  boardMigration,
  queriesMigration,
  looksMigration,
  bulletinsMigration,
  pageViewsMigration,
  workMigration,
  gapRecordMigration,
  letterTemplatesMigration,
  attachmentsMigration,
  targetChangesMigration,
  removedDaysMigration,
];
