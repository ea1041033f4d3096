import type {Words} from '../../warehouse/metrics.ts';

/** The gates and sort keys of campaigns in English; the letters, and so the data, name them in Vietnamese alone. */
const english: Readonly<Record<string, string>> = {
  finished_on_time: 'Finished in time',
  new_files_entered: 'New case files entered',
  quality: 'Score of data quality',
  money: 'Money entered',
  rollout_documents: 'Plan or directive in time',
  no_violation: 'No conclusion of a violation',
  under_verification: 'Nothing under verification',
  finished_at: 'Day of finishing',
  quality_score: 'Score of quality',
  required: 'Case files to be entered',
};

/** What a gate or a sort key is called; as its letter has it where it has no English name. */
export const ruleName = (rule: string, name: string): Words => ({vi: name, en: english[rule] ?? name});
