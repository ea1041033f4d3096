import {literal} from './database.ts';
import {sqlFiles, type SqlFile} from './models.ts';

/** Everything the signals found in one table, made from every file there is of them; so that it is looked for once. */
export function signalsModel(): SqlFile {
  const selects = sqlFiles('signals').map(
    ({name}) => `select
    ${literal(name)},
    office_id,
    officer_id,
    case_id,
    happened_on,
    found,
from signals.${name}`,
  );
  return {layer: 'marts', name: 'signals', sql: [shape, ...selects].join('\nunion all\n')};
}

const shape = `-- One row per time a signal of entry for form's sake was found tonight: at an office, of an officer or a file (2-metrics § 2.4).
select
    null::varchar as signal,
    null::varchar as office_id,
    null::varchar as officer_id,
    null::varchar as case_id,
    null::date as happened_on,
    null::varchar as found,
where false`;
