import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {replaceFile} from '../../warehouse/durable.ts';
import type {DataFolder} from '../../warehouse/folders.ts';
import {ApiError} from '../errors.ts';
import type {ProposedTargetChange} from '../target-schemas.ts';

type Approved = Pick<ProposedTargetChange, 'id' | 'change'>;
type Field = string | number | null;

/** The files that the next night reads, made of everything that was approved; each replaced whole. */
export function writeReference(changes: readonly Approved[], {reference}: DataFolder): void {
  try {
    for (const [name, text] of Object.entries(filesOf(changes))) {
      const path = join(reference, `${name}.csv`);
      if (textOf(path) === text) continue;
      mkdirSync(reference, {recursive: true});
      replaceFile(path, text);
    }
  } catch (cause) {
    const {code = ''} = cause as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw cause;
    throw new ApiError(
      'not_possible',
      'Máy chủ không ghi được vào thư mục dữ liệu nên thay đổi chưa có hiệu lực; hãy báo người vận hành hệ thống.',
    );
  }
}

/** Each file as it is to be; the columns are those that sql/reference reads. */
function filesOf(changes: readonly Approved[]): Record<string, string> {
  const targets: Field[][] = [
    ['change_id', 'metric_id', 'valid_from', 'goal', 'floor', 'deadline', 'letter', 'clause'],
  ];
  const holidays: Field[][] = [['change_id', 'holiday', 'holiday_name', 'legal_basis']];
  const makeUpDays: Field[][] = [['change_id', 'make_up_day', 'instead_of', 'legal_basis']];
  const removedDays: Field[][] = [['change_id', 'day', 'legal_basis']];
  for (const {id, change} of changes) {
    switch (change.kind) {
      case 'target': {
        const {metric, valid_from, goal, floor, deadline, letter, clause} = change;
        const lastMoment = deadline === null ? null : `${deadline} 23:59:59`;
        targets.push([id, metric, valid_from, goal, floor, lastMoment, letter, clause]);
        break;
      }
      case 'holiday':
        holidays.push([id, change.day, change.name, change.legal_basis]);
        break;
      case 'make_up_day':
        makeUpDays.push([id, change.day, change.instead_of, change.legal_basis]);
        break;
      case 'removed_day_off':
        removedDays.push([id, change.day, change.legal_basis]);
    }
  }
  return {
    changed_targets: csvOf(targets),
    changed_holidays: csvOf(holidays),
    changed_make_up_days: csvOf(makeUpDays),
    removed_days_off: csvOf(removedDays),
  };
}

const csvOf = (rows: readonly (readonly Field[])[]) =>
  rows.map((row) => `${row.map(fieldOf).join(',')}\n`).join('');

/** A text is always quoted; nothing is an empty field. */
const fieldOf = (field: Field) =>
  typeof field === 'string' ? `"${field.replaceAll('"', '""')}"` : String(field ?? '');

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
