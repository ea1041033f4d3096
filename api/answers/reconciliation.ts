/** Paper beside platform. */
import type {Level} from '../../warehouse/metrics.ts';
import type {NightStamp} from './figures.ts';

/** The form about cases, or about money in đồng. */
export type FormKind = 'VIEC' | 'TIEN';

/** What a form is called in print; figures here are always cases or whole đồng. */
export interface PrintedForm {
  form_number: string;
  form_name: string;
  unit_of_measure: string;
  letter: string;
}

/** A period of the statistical forms, and where its platform side comes from. */
export interface FormPeriod {
  nam: number;
  so_thang: number;
  from: string;
  to: string;
  is_over: boolean;
  has_paper: boolean;
  /** The last night not after its end; totals published then; or the first night after it. Null when there is none. */
  platform_source: 'night' | 'delivered' | 'later_night' | null;
  /** The day the platform's figures run to, and the night whose case files they were counted from. */
  counted_to: string | null;
  counted_night: string | null;
  /** What a reader must know of this before believing a gap. */
  note: string | null;
}

/** How large a province's gap is in the words of a letter, and by when it must be gone. */
export interface GapBand {
  band: 'below' | 'above' | 'not_stipulated';
  name: string;
  deadline: string | null;
  deadline_words: string | null;
  letter: string;
}

/** An indicator of one unit on paper and on the platform; `gap` is paper less platform. */
export interface ReconciliationRow {
  unit_id: string;
  unit_name: string;
  code: string;
  code_name: string;
  paper: number | null;
  /** Final only when all of it is. */
  paper_version: 'CHINH_THUC' | 'SO_BO' | null;
  /** Offices (provinces of then, before they merged) whose report is not in `paper`; null when there is no paper. */
  paper_reports_missing: number | null;
  platform: number | null;
  gap: number | null;
  gap_rate: number | null;
  /** Of `TONG_THU_LY` of a province. */
  band: GapBand | null;
}

/** An accounting identity of one side: what is left over. A row is missing where a term was not delivered. */
export interface IdentityRow {
  unit_id: string;
  side: 'paper' | 'platform';
  identity: 1 | 2 | 3 | 4 | 5;
  /** The indicator that fails identity 4 or 5; null for the others, and when none fails. */
  code: string | null;
  residual: number;
}

/** A rate on paper that its own report does not make; `unit_id` in the codes of then. */
export interface ReportedRate {
  unit_id: string;
  reported: number;
  computed: number | null;
}

export interface ReconciliationAnswer extends NightStamp {
  level: Exclude<Level, 'officer'>;
  loai_bieu: FormKind;
  form: PrintedForm | null;
  period: FormPeriod;
  /** Every period that can be asked for, oldest first. */
  periods: Pick<FormPeriod, 'nam' | 'so_thang'>[];
  rows: ReconciliationRow[];
  identities: IdentityRow[];
  findings: ReportedRate[];
}

export interface FormRow {
  unit_id: string;
  unit_name: string;
  code: string;
  code_name: string;
  value: number | null;
  /** Money items of the unit with an empty amount, counted as nothing; null on the form about cases. */
  null_items: number | null;
}

export interface FormsAnswer extends NightStamp {
  level: Level;
  loai_bieu: FormKind;
  form: PrintedForm | null;
  period: FormPeriod;
  rows: FormRow[];
}
