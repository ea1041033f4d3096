import {z} from 'zod';
import {
  defects as fileRules,
  petitionDefects,
  pillars,
  type Defect,
  type Pillar,
} from '../../warehouse/defects.ts';
import type {DefectRow, DefectsAnswer, DefectState} from '../answers.ts';
import {readCursor, writeCursor, type Position} from '../cursor.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import * as schemas from '../schemas.ts';
import type {ColumnType, Row} from '../table.ts';

const ordinaryLimit = 100;

/** How many offences are read at a time for a file: each reading lends the database to others in between. */
const rowsPerReading = 10_000;

const {unit, officer, rule, pillar, state, limit, cursor, format} = parameters;

/** What is to be put right: offences file by file, the one open longest first. */
export const defects = endpoint({
  path: '/defects',
  summary: 'Danh sách lỗi phải sửa, từng hồ sơ, kèm số lượng',
  params: z.strictObject({}),
  query: z.strictObject({unit, officer, rule, pillar, state, limit, cursor, format}),
  answer: schemas.defectsAnswer,
  tabular: true,
  needs: ['marts.fix_list', 'history.live_subjects'],
  pages: true,
  async find({query}, version) {
    const stamp = stampOf(version, undefined);
    const filters: Filters = {
      unit: (await unitOf({unit: query.unit}, version)).unit,
      officer: query.officer ?? '',
      rule: query.rule ?? '',
      pillar: query.pillar ?? '',
      states: [...new Set(query.state ?? ['open', 'came_back'])].sort().join(','),
    };
    await mustKnow(filters.officer, version);
    const bound = {version: stamp.version, filters};
    const start = query.cursor === undefined ? beginning : readCursor(query.cursor, bound);
    const wanted = query.limit ?? ordinaryLimit;
    const [page, counts] = await Promise.all([
      readPage(filters, start, wanted, version),
      version.rows<Count>('defect_counts', {...filters}),
    ]);
    const isWhole = query.limit === undefined && query.cursor === undefined;
    return {
      answer: {
        ...stamp,
        total: counts.reduce((sum, {offences}) => sum + offences, 0),
        counts: countsOf(counts),
        rows: page.rows,
        next: page.end && writeCursor(page.end, bound),
      },
      table: {
        name: `defects-${filters.unit}-${stamp.night}`,
        meaning:
          'Mỗi dòng là một lỗi của một hồ sơ hoặc đơn thư theo một quy tắc chất lượng; score_gain là phần điểm ' +
          'chất lượng của phòng tăng thêm nếu chỉ sửa lỗi này.',
        columns,
        rows: isWhole ? wholeList(filters, version) : page.rows.map(flat),
      },
    };
  },
});

type Filters = Record<'unit' | 'officer' | 'rule' | 'pillar' | 'states', string>;

interface Count {
  state: DefectState;
  pillar: Pillar;
  rule: string;
  offences: number;
}

/** Before any offence there can be. */
const beginning: Position = {since: '0001-01-01', office: '', rule: '', subject: ''};

async function mustKnow(officer: string, version: OpenVersion): Promise<void> {
  if (officer === '') return;
  const [known] = await version.rows('officer_known', {officer});
  if (!known) throw new ApiError('unknown_officer', 'Không có cán bộ mang mã này.');
}

/** A page of the list after a position, and where it ended; no end on the last page. */
async function readPage(
  filters: Filters,
  after: Position,
  limit: number,
  version: OpenVersion,
): Promise<{rows: DefectRow[]; end: Position | null}> {
  // One more than asked for, to know whether there is more.
  const read = await version.rows<Omit<DefectRow, 'label'> & {subject_id: string}>('defects', {
    ...filters,
    after_since: after.since,
    after_office: after.office,
    after_rule: after.rule,
    after_subject: after.subject,
    limit: limit + 1,
  });
  const last = read.length > limit ? read[limit - 1] : undefined;
  return {
    rows: read.slice(0, limit).map(({subject_id: _, ...row}) => ({...row, label: labelOf(row.rule)})),
    end: last
      ? {since: last.open_since, office: last.office_id ?? '', rule: last.rule, subject: last.subject_id}
      : null,
  };
}

async function* wholeList(filters: Filters, version: OpenVersion): AsyncGenerator<readonly Row[]> {
  let after: Position | null = beginning;
  while (after) {
    const page = await readPage(filters, after, rowsPerReading, version);
    yield page.rows.map(flat);
    after = page.end;
  }
}

const rules: Readonly<Record<string, Defect>> = {...fileRules, ...petitionDefects};

/** A rule that a release took away keeps its offences on the list until they are fixed: by its code alone. */
const labelOf = (id: string) => rules[id]?.label ?? {vi: id, en: id};

function countsOf(counts: readonly Count[]): DefectsAnswer['counts'] {
  const sum = (belongs: (count: Count) => boolean) =>
    counts.filter(belongs).reduce((total, {offences}) => total + offences, 0);
  const states = ['open', 'came_back', 'fixed'] as const;
  const byRule = Map.groupBy(counts, (count) => count.rule);
  return {
    state: states.map((one) => ({state: one, offences: sum((count) => count.state === one)})),
    pillar: (Object.keys(pillars) as Pillar[]).map((one) => ({
      pillar: one,
      label: pillars[one].label,
      offences: sum((count) => count.pillar === one),
    })),
    rule: [...byRule.entries()]
      .map(([id, [first]]) => ({
        rule: id,
        label: labelOf(id),
        pillar: first!.pillar,
        offences: sum((count) => count.rule === id),
      }))
      .sort((one, other) => other.offences - one.offences || (one.rule < other.rule ? -1 : 1)),
  };
}

const columns = {
  rule: 'text',
  rule_label: 'text',
  pillar: 'text',
  pillar_label: 'text',
  case_id: 'text',
  petition_id: 'text',
  office_id: 'text',
  office_name: 'text',
  officer_id: 'text',
  officer_name: 'text',
  found: 'text',
  first_night: 'date',
  last_night: 'date',
  state: 'text',
  fixed_on: 'date',
  open_since: 'date',
  age_days: 'integer',
  score_gain: 'number',
} as const satisfies Record<string, ColumnType>;

const flat = ({label, ...row}: DefectRow): Row => ({
  ...row,
  rule_label: label.vi,
  pillar_label: pillars[row.pillar].label.vi,
});
