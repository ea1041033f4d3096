import {language} from './words.ts';

/** The gates and sort keys of the campaign in English; the letters, and so the data, name them in Vietnamese alone. */
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

/** What a gate or a sort key is called in the language read; as its letter has it where there is no other name. */
export const ruleName = (rule: string, label: string): string =>
  language() === 'en' ? (english[rule] ?? label) : label;
