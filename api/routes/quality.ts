import {z} from 'zod';
import {defects, petitionDefects, type Defect, type Pillar} from '../../warehouse/defects.ts';
import type {RuleRow} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import * as schemas from '../schemas.ts';
import type {ColumnType} from '../table.ts';

const {as_of, unit_level, unit, subject, format} = parameters;

const rulesOf: Record<'case_file' | 'petition', Readonly<Record<string, Defect>>> = {
  case_file: defects,
  petition: petitionDefects,
};

/** How many files break each rule of quality, unit by unit. */
export const qualityRules = endpoint({
  path: '/quality/rules',
  summary: 'Số hồ sơ vi phạm từng quy tắc chất lượng, theo đơn vị, tại một đêm',
  params: z.strictObject({}),
  query: z.strictObject({level: unit_level, unit, as_of, subject, format}),
  answer: schemas.qualityRulesAnswer,
  tabular: true,
  needs: ['history.rule_offenders', 'history.live_subjects'],
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const place = await unitOf(query, version);
    const of = query.subject ?? 'case_file';
    const asked = {...place, night: stamp.night};
    const [units, offences] = await Promise.all([
      version.rows<{unit_id: string; files: number; petitions: number}>('live_subjects', asked),
      version.rows<Omit<RuleRow, 'files'>>('quality_rules', asked),
    ]);
    const found = new Map(offences.map((row) => [`${row.unit_id} ${row.rule}`, row]));
    const rows = units.flatMap(({unit_id, files, petitions}) =>
      Object.entries(rulesOf[of]).map(([rule, meaning]): RuleRow => {
        const {pillar, offenders}: {pillar: Pillar; offenders: number} = found.get(`${unit_id} ${rule}`) ?? {
          pillar: meaning.pillar,
          offenders: 0,
        };
        return {unit_id, rule, pillar, offenders, files: of === 'case_file' ? files : petitions};
      }),
    );
    return {
      answer: {...stamp, level: place.level, subject: of, rows},
      table: {
        name: `quality-rules-${place.level}-${stamp.night}`,
        meaning: 'Số hồ sơ (hoặc đơn thư) chưa xóa còn vi phạm quy tắc vào đêm số liệu, trên số chưa xóa.',
        columns: {
          unit_id: 'text',
          rule: 'text',
          pillar: 'text',
          offenders: 'integer',
          files: 'integer',
        } satisfies Record<keyof RuleRow, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});
