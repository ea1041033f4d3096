import {z} from 'zod';
import {defects, petitionDefects, type Defect} from '../../warehouse/defects.ts';
import {action, type Action} from '../action.ts';
import {isOver} from '../deadline.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {actorOf, type Person} from '../identity.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {parameters} from '../parameters.ts';
import {standingOf, unitOf} from '../places.ts';
import {mustReach} from '../reach.ts';
import {scopeOf} from '../roles.ts';
import type {ColumnType} from '../table.ts';
import type {Versions} from '../versions.ts';
import {
  assign,
  listAssignments,
  reportDone,
  stateOf,
  workRevision,
  type Outcome,
} from '../work/assignments.ts';
import {
  assignedAnswer,
  assignmentsAnswer,
  newAssignment,
  type AssignmentAnswer,
  type OpenWork,
} from '../work-schemas.ts';

/** How much work that nobody was given is shown: the most pressing, not a list to work through. */
const unassignedShown = 20;

const {unit, format} = parameters;

/** The work that was given within a unit and where it stands, and the most that nobody was given. */
export const assignments = endpoint({
  path: '/defects/assignments',
  summary: 'Việc đã giao để sửa lỗi: giao cho ai, hạn, trạng thái theo đêm số liệu; và việc mới chưa giao',
  params: z.strictObject({}),
  query: z.strictObject({unit, format}),
  answer: assignmentsAnswer,
  tabular: true,
  needs: ['marts.fix_list', 'marts.returned_offences', 'marts.unit_members'],
  dependsOn: workRevision,
  async find({query}, version, {scope}, store) {
    const stamp = stampOf(version, undefined);
    const place = await unitOf({unit: query.unit}, version);
    const province = typeof scope === 'object' ? scope.province : null;
    const units = await unitsWithin(place.unit, version);
    const given = listAssignments(store, province).filter(({unit_id}) => units.has(unit_id));
    const [outcomes, names, open] = await Promise.all([
      version.rows<Outcome & {id: number}>('assigned_offences', {tasks: JSON.stringify(given)}),
      version.rows<{officer_id: string; officer_name: string | null}>('officers_named', {
        officers: JSON.stringify(given.map(({officer_id}) => officer_id)),
      }),
      version.rows<Omit<OpenWork, 'label'> & {province_id: string}>('open_work', {
        unit: place.unit,
        most: unassignedShown + given.length * offices,
      }),
    ]);
    const outcomeOf = new Map(outcomes.map(({id, ...outcome}) => [id, outcome]));
    const nameOf = new Map(names.map(({officer_id, officer_name}) => [officer_id, officer_name]));
    const rows = given.map((one): AssignmentAnswer => {
      const outcome = outcomeOf.get(one.id) ?? {open: 0, fixed: 0, came_back: 0};
      const state = stateOf(one, outcome, stamp.night);
      return {
        id: one.id,
        unit_id: one.unit_id,
        unit_name: units.get(one.unit_id) ?? one.unit_id,
        rule: one.rule,
        label: labelOf(one.rule),
        officer_id: one.officer_id || null,
        officer_name: nameOf.get(one.officer_id) ?? null,
        due_on: one.due_on,
        is_overdue: state !== 'closed' && isOver(one.due_on, stamp.night),
        note: one.note,
        state,
        ...outcome,
        assigned_at: one.at,
        assigned_by: one.actor,
        reported_at: one.reported_at,
        reported_by: one.reported_by,
      };
    });
    const underWay = rows.filter(({state}) => state !== 'closed');
    const unassigned = open
      .filter(
        (work) =>
          !underWay.some(
            ({unit_id, rule}) =>
              rule === work.rule && (unit_id === work.unit_id || unit_id === work.province_id),
          ),
      )
      .slice(0, unassignedShown)
      .map(({province_id: _, ...work}) => ({...work, label: labelOf(work.rule)}));
    return {
      answer: {...stamp, rows, unassigned},
      table: {
        name: `assignments-${place.unit}-${stamp.night}`,
        meaning:
          'Việc chỉ đóng khi đêm số liệu không còn thấy lỗi nào của việc; open, fixed, came_back là số lỗi của việc ' +
          'còn mở, đã hết, tái phát ở đêm đó.',
        columns,
        rows: rows.map(({label, ...row}) => ({...row, rule_label: label.vi})),
      },
    };
  },
});

/** Giving work, and saying that it is done. */
export const assignmentActions = (versions: Versions): Action[] => [
  action({
    method: 'PUT',
    path: '/defects/assignments',
    summary:
      'Giao các lỗi còn mở của một quy tắc ở một đơn vị cho đơn vị hoặc một cán bộ, có hạn; giao lại là đổi',
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: newAssignment,
    answer: assignedAnswer,
    act: ({body}, {store, person, now}) =>
      versions.use(async (version) => {
        const {unit: unit_id, rule, officer = '', due_on, note} = body;
        const province_id = await provinceOfWork(body, person, version);
        const night = version.current.night;
        if (isOver(due_on, night)) {
          throw new ApiError(
            'not_possible',
            `Hạn phải sau ngày ${spoken(night)}, đêm số liệu mới nhất; đêm đó đã hết.`,
          );
        }
        const wanted = {unit_id, province_id, rule, officer_id: officer, due_on, note, night};
        const [found] = await version.rows<Outcome>('assigned_offences', {
          tasks: JSON.stringify([{id: 0, ...wanted}]),
        });
        if (!found || found.open === 0) {
          throw new ApiError(
            'not_possible',
            'Không còn lỗi nào của quy tắc này ở đơn vị hoặc cán bộ đó; không có việc để giao.',
          );
        }
        return {id: assign(store, wanted, {by: actorOf(person), now})};
      }),
  }),
  action({
    method: 'POST',
    path: '/defects/assignments/{assignment}/done',
    summary: 'Báo một việc đã làm xong; việc chỉ đóng khi đêm số liệu sau không còn thấy lỗi',
    params: z.strictObject({
      assignment: z.coerce
        .number()
        .int()
        .catch(0)
        .meta({type: 'integer', description: 'Số của việc.', example: 1}),
    }),
    query: z.strictObject({}),
    answer: null,
    act: ({params}, {store, person, now}) =>
      versions.use((version) => {
        const scope = scopeOf(person);
        const province = typeof scope === 'object' ? scope.province : null;
        const {night} = version.current;
        reportDone(store, params.assignment, {night, province}, {by: actorOf(person), now});
        return Promise.resolve();
      }),
  }),
];

/** As many offices as a province has at most, one task of a province may take from the list. */
const offices = 40;

/** The province of the unit that work is given to; refuses what is not there, or not for the one who gives. */
async function provinceOfWork(
  {unit: given, officer}: z.output<typeof newAssignment>,
  person: Person,
  version: OpenVersion,
): Promise<string> {
  const asker = {role: person.role, scope: scopeOf(person)};
  await mustReach(asker, {unit: given, officer}, {takesUnit: true}, version);
  const [place] = await version.rows<{province_id: string}>('province_of', {unit: given});
  if (!place || (await standingOf(given, version)) === 'officer') {
    throw new ApiError(
      'unknown_unit',
      'Chỉ giao việc cho một tỉnh hoặc một phòng đã biết; xem /api/v1/units.',
    );
  }
  if (officer !== undefined) {
    const [known] = await version.rows('officer_known', {officer});
    if (!known) throw new ApiError('unknown_officer', 'Không có cán bộ mang mã này.');
  }
  return place.province_id;
}

/** A unit and those below it, by code, with their names. */
async function unitsWithin(id: string, version: OpenVersion): Promise<Map<string, string>> {
  const rows = await version.rows<{unit_id: string; unit_name: string}>('units_within', {unit: id});
  return new Map(rows.map(({unit_id, unit_name}) => [unit_id, unit_name]));
}

const rules: Readonly<Record<string, Defect>> = {...defects, ...petitionDefects};

/** A rule that a release took away keeps its code. */
const labelOf = (id: string) => rules[id]?.label ?? {vi: id, en: id};

const spoken = (date: string) => date.split('-').toReversed().map(Number).join('/');

const columns = {
  id: 'integer',
  unit_id: 'text',
  unit_name: 'text',
  rule: 'text',
  rule_label: 'text',
  officer_id: 'text',
  officer_name: 'text',
  due_on: 'date',
  is_overdue: 'boolean',
  note: 'text',
  state: 'text',
  open: 'integer',
  fixed: 'integer',
  came_back: 'integer',
  assigned_at: 'moment',
  assigned_by: 'text',
  reported_at: 'moment',
  reported_by: 'text',
} as const satisfies Record<string, ColumnType>;
