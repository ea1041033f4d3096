import {literal} from './database.ts';
import {defects, petitionDefects, type Defect} from './defects.ts';
import {sqlFiles, type SqlFile} from './models.ts';

/** The two kinds of thing that offend; petitions are reported apart. */
const kinds = [
  {schema: 'defects', meanings: defects, caseId: 'case_id', petitionId: 'null::varchar'},
  {schema: 'petition_defects', meanings: petitionDefects, caseId: 'null::varchar', petitionId: 'petition_id'},
] as const;

/**
 * A model that is not a file: every rule's offenders in one table, with the pillar the rule belongs to.
 * Its subject is a case file or a petition.
 */
export function offencesModel(): SqlFile {
  const selects = kinds.flatMap(({schema, meanings, caseId, petitionId}) =>
    sqlFiles(schema).map(({name}) => {
      const meaning = (meanings as Record<string, Defect>)[name];
      if (!meaning) throw new Error(`sql/${schema}/${name}.sql has no entry in warehouse/defects.ts.`);
      return `select
    ${literal(name)},
    ${literal(meaning.pillar)},
    coalesce(${caseId}, ${petitionId}),
    ${caseId},
    ${petitionId},
    office_id,
    officer_id,
    found,
from ${schema}.${name}`;
    }),
  );
  return {layer: 'marts', name: 'offences', sql: [shape, ...selects].join('\nunion all\n')};
}

const shape = `-- One row per offence open tonight: a rule, and the file or petition that breaks it (2-metrics § 2.4).
select
    null::varchar as rule,
    null::varchar as pillar,
    null::varchar as subject_id,
    null::varchar as case_id,
    null::varchar as petition_id,
    null::varchar as office_id,
    null::varchar as officer_id,
    null::varchar as found,
where false`;
