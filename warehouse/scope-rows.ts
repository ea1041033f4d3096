/** What of a version each scope file holds (6-security § 6.2). A table that is named nowhere here is in no scope file. */

/** Columns with personal data of the parties to a case: in no scope file at all. */
export const partyColumns: Readonly<Record<string, readonly string[]>> = {
  'marts.case_files': ['debtor_name', 'debtor_identifier', 'debtor_address', 'creditor_name'],
};

/** Columns with officers' names, and the code that stands in their place where officers are known by code. */
export const officerNames: Readonly<Record<string, {column: string; code: string}>> = {
  'marts.officials': {column: 'officer_name', code: 'officer_id'},
  'marts.candidates': {
    column: 'candidate_name',
    code: "if(candidate_kind = 'individual', candidate_id, candidate_name)",
  },
  'history.candidates': {
    column: 'candidate_name',
    code: "if(candidate_kind = 'individual', candidate_id, candidate_name)",
  },
};

/** Figures of the whole nation inside tables that are kept otherwise: unknown in the file of a province. */
export const nationalColumns: Readonly<Record<string, readonly string[]>> = {
  'meta.models': ['row_count'],
  'meta.sources': ['row_count', 'quarantined_rows'],
};

/**
 * Which rows of a table are a province's, by the column that tells. `whole` has nothing of any province in it; of
 * `none` a province has nothing; all of `reference` is whole.
 */
export const provinceRows: Readonly<Record<string, ProvinceRows>> = {
  ...alike('whole', [
    'history.nights',
    'marts.calendar',
    'marts.form_counts',
    'marts.form_periods',
    'marts.night',
    'marts.pillar_weights',
    'marts.rule_limits',
    'meta.checks',
    'meta.lineage_columns',
    'meta.lineage_tables',
    'meta.model_changes',
    'meta.models',
    'meta.night',
    'meta.sources',
    'meta.steps',
  ]),
  ...alike('none', ['history.nation_entry_days', 'meta.changes']),
  ...alike('province_id', [
    'marts.award_bases',
    'marts.offices',
    'marts.officials',
    'marts.provinces',
    'marts.reported_figures',
    'marts.unit_members',
    'marts.units',
  ]),
  ...alike('office_id', [
    'history.live_subjects',
    'history.office_metrics',
    'history.rule_offenders',
    'marts.case_files',
    'marts.completion',
    'marts.decisions',
    'marts.entries',
    'marts.entry_days',
    'marts.entry_targets',
    'marts.file_quality',
    'marts.fix_list',
    'marts.form_figures',
    'marts.offences',
    'marts.petitions',
    'marts.receipts',
    'marts.returned_offences',
    'marts.signals',
  ]),
  ...alike('unit_id', ['marts.platform_figures', 'marts.reported_totals', 'marts.rollout_documents']),
  ...alike('officer_id', ['history.officer_metrics', 'marts.officer_completion']),
  ...alike('case_id', ['marts.duplicates', 'marts.money_items']),
  ...alike('candidate_id', [
    'history.candidates',
    'marts.candidate_matters',
    'marts.candidates',
    'marts.finishes',
    'marts.gate_results',
    'marts.ranking',
  ]),
  'marts.barring_matters': 'unit_or_officer',
  'marts.nominations': 'nominated_by',
  'marts.paper_figures': 'paper_unit',
};

/** A way to tell a province's rows. */
export type ProvinceRows = keyof typeof ofProvince | 'whole' | 'none';

/** The condition for each way, over the temporary tables `own_units`, `own_officers` and `own_cases`. */
export const ofProvince = {
  province_id: 'province_id = $province',
  office_id: 'office_id in (from own_units)',
  unit_id: 'unit_id in (from own_units)',
  officer_id: 'officer_id in (from own_officers)',
  case_id: 'case_id in (from own_cases)',
  candidate_id: 'candidate_id in (from own_units union all from own_officers)',
  unit_or_officer: '(unit_id in (from own_units) or officer_id in (from own_officers))',
  nominated_by: 'nominated_by in (from own_units)',
  // A code of before July 2025 may have been another province's; the forms have worked out whose it is.
  paper_unit: `(statistical_year, months, form_kind, unit_id, indicator) in (
    select (statistical_year, months, form_kind, unit_id, indicator)
    from version.marts.reported_figures where province_id = $province
  )`,
} as const;

function alike(rows: ProvinceRows, tables: readonly string[]): Record<string, ProvinceRows> {
  return Object.fromEntries(tables.map((table) => [table, rows]));
}
