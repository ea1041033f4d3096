import type {Words} from './metrics.ts';

/** A pillar of data quality: đúng, đủ, sạch, sống. */
export type Pillar = 'correct' | 'complete' | 'clean' | 'current';

/** What a rule of quality means to a reader. When a file offends is in `sql/defects/<rule>.sql`. */
export interface Defect {
  label: Words;
  meaning: Words;
  pillar: Pillar;
}

/** What a signal of entry for form’s sake means to a reviewer, and what one of it is; it is in no score. */
export interface Signal extends Pick<Defect, 'label' | 'meaning'> {
  counted: Words;
}

/** The four pillars, in the order the letters name them. */
export const pillars = {
  correct: {
    label: {vi: 'Đúng', en: 'Correct'},
    meaning: {
      vi: 'Thông tin phản ánh đúng bản chất sự việc.',
      en: 'What is entered says what happened.',
    },
  },
  complete: {
    label: {vi: 'Đủ', en: 'Complete'},
    meaning: {
      vi: 'Có đủ các trường thông tin bắt buộc.',
      en: 'All required fields are filled in.',
    },
  },
  clean: {
    label: {vi: 'Sạch', en: 'Clean'},
    meaning: {
      vi: 'Không có dữ liệu lỗi, sai định dạng, trùng lặp.',
      en: 'Nothing is damaged, ill-formed or entered twice.',
    },
  },
  current: {
    label: {vi: 'Sống', en: 'Current'},
    meaning: {
      vi: 'Dữ liệu được cập nhật thường xuyên, kịp thời.',
      en: 'What happens is entered when it happens.',
    },
  },
} as const satisfies Record<Pillar, Pick<Defect, 'label' | 'meaning'>>;

/** The rules over case files. */
export const defects = {
  accepted_after_entered: {
    pillar: 'correct',
    label: {vi: 'Thụ lý sau ngày nhập', en: 'Accepted after it was entered'},
    meaning: {
      vi: 'Ngày thụ lý sau ngày nhập hồ sơ trên Nền tảng số.',
      en: 'The date of acceptance is later than the day the file was entered.',
    },
  },
  bad_identifier: {
    pillar: 'clean',
    label: {vi: 'Số định danh sai định dạng', en: 'Ill-formed identifier'},
    meaning: {
      vi: 'Số định danh người phải thi hành án không phải 12 chữ số (cá nhân), 10 chữ số hoặc 10 chữ số-3 chữ số (tổ chức).',
      en: 'The debtor’s identifier is neither 12 digits (a person) nor 10, or 10-3, digits (an organisation).',
    },
  },
  damaged_text: {
    pillar: 'clean',
    label: {vi: 'Lỗi phông chữ', en: 'Damaged text'},
    meaning: {
      vi: 'Có ký tự bị thay, chữ theo phông TCVN3 hoặc VNI, hoặc UTF-8 mã hóa hai lần.',
      en: 'A text holds replacement characters, TCVN3 or VNI left-overs, or doubly encoded UTF-8.',
    },
  },
  date_in_future: {
    pillar: 'correct',
    label: {vi: 'Ngày ở tương lai', en: 'Date in the future'},
    meaning: {
      vi: 'Có ngày hoặc thời điểm sau đêm số liệu.',
      en: 'A date or moment of the file lies after the night.',
    },
  },
  decision_before_judgment: {
    pillar: 'correct',
    label: {vi: 'Quyết định trước bản án', en: 'Decision before judgment'},
    meaning: {
      vi: 'Ngày quyết định thi hành án trước ngày bản án.',
      en: 'The enforcement decision is earlier than the judgment.',
    },
  },
  duplicate_file: {
    pillar: 'clean',
    label: {vi: 'Hồ sơ trùng', en: 'Duplicate file'},
    meaning: {
      vi: 'Trùng số, ngày bản án, tòa án và số quyết định với một hồ sơ nhập trước của cùng phòng.',
      en: 'It repeats the judgment’s number, date and court and the decision’s number of a file entered earlier at its office.',
    },
  },
  entered_late: {
    pillar: 'current',
    label: {vi: 'Nhập chậm', en: 'Entered late'},
    meaning: {
      vi: 'Hồ sơ phát sinh được nhập quá số ngày làm việc cho phép kể từ ngày thụ lý.',
      en: 'A new file was entered more working days after its acceptance than allowed.',
    },
  },
  finished_with_debt: {
    pillar: 'correct',
    label: {vi: 'Thi hành xong nhưng còn tiền', en: 'Finished with money outstanding'},
    meaning: {
      vi: 'Hồ sơ thi hành xong nhưng có khoản còn phải thi hành lớn hơn 0.',
      en: 'The file is fully enforced and an item still has money to be enforced.',
    },
  },
  hollow_money: {
    pillar: 'correct',
    label: {vi: 'Tiền nhập hình thức', en: 'Hollow money'},
    meaning: {
      vi: 'Hồ sơ có tiền nhưng có khoản phải thi hành 0 hoặc 1 đồng.',
      en: 'The file has a monetary obligation and an item of 0 or 1 đồng.',
    },
  },
  judgment_after_acceptance: {
    pillar: 'correct',
    label: {vi: 'Bản án sau ngày thụ lý', en: 'Judgment after acceptance'},
    meaning: {
      vi: 'Ngày bản án sau ngày thụ lý.',
      en: 'The judgment is later than the acceptance.',
    },
  },
  missing_case_type: {
    pillar: 'complete',
    label: {vi: 'Thiếu loại việc, căn cứ', en: 'Missing kind of matter'},
    meaning: {
      vi: 'Chưa có loại việc hoặc căn cứ thi hành.',
      en: 'The kind of matter or the ground of enforcement is absent.',
    },
  },
  missing_debtor: {
    pillar: 'complete',
    label: {vi: 'Thiếu người phải thi hành án', en: 'Missing debtor'},
    meaning: {
      vi: 'Chưa có tên hoặc địa chỉ người phải thi hành án.',
      en: 'The debtor’s name or address is absent.',
    },
  },
  missing_decision: {
    pillar: 'complete',
    label: {vi: 'Thiếu quyết định thi hành án', en: 'Missing decision'},
    meaning: {
      vi: 'Chưa có số hoặc ngày quyết định thi hành án.',
      en: 'The enforcement decision’s number or date is absent.',
    },
  },
  missing_judgment: {
    pillar: 'complete',
    label: {vi: 'Thiếu bản án', en: 'Missing judgment'},
    meaning: {
      vi: 'Chưa có số bản án, ngày bản án hoặc tòa án.',
      en: 'The judgment’s number, date or court is absent.',
    },
  },
  missing_money: {
    pillar: 'complete',
    label: {vi: 'Thiếu dữ liệu tiền', en: 'Missing money'},
    meaning: {
      vi: 'Hồ sơ có tiền nhưng dữ liệu tiền chưa đầy đủ.',
      en: 'The file has a monetary obligation and its money is not complete.',
    },
  },
  missing_officer: {
    pillar: 'complete',
    label: {vi: 'Thiếu chấp hành viên', en: 'Missing officer'},
    meaning: {
      vi: 'Chưa có chấp hành viên phụ trách.',
      en: 'No enforcement officer is in charge of the file.',
    },
  },
  money_identity_broken: {
    pillar: 'correct',
    label: {vi: 'Số tiền không khớp', en: 'Amounts do not add up'},
    meaning: {
      vi: 'Có khoản mà số phải thi hành khác tổng đã thi hành, giảm miễn và còn phải thi hành, hoặc có số âm.',
      en: 'In an item, what is due is not what is enforced, remitted and outstanding together, or an amount is negative.',
    },
  },
  placeholder_text: {
    pillar: 'clean',
    label: {vi: 'Điền cho có', en: 'Placeholder text'},
    meaning: {
      vi: 'Tên, địa chỉ, số bản án hoặc tòa án chỉ có dấu, số 0, một chữ cái lặp lại hoặc cụm từ như “không có”.',
      en: 'A name, address, judgment number or court holds only punctuation, zeros, one repeated letter or a phrase such as “không có”.',
    },
  },
  receipt_not_posted: {
    pillar: 'current',
    label: {vi: 'Biên lai chưa ghi vào khoản tiền', en: 'Receipt not posted'},
    meaning: {
      vi: 'Có biên lai còn hiệu lực mới hơn mọi khoản tiền của hồ sơ quá số ngày cho phép.',
      en: 'A valid receipt is more days newer than every money item of the file than allowed.',
    },
  },
  receipts_exceed_enforced: {
    pillar: 'correct',
    label: {vi: 'Biên lai vượt số đã thi hành', en: 'Receipts exceed what is enforced'},
    meaning: {
      vi: 'Tổng biên lai còn hiệu lực lớn hơn tổng số tiền đã thi hành.',
      en: 'Valid receipts add up to more than what the items say is enforced.',
    },
  },
  stale: {
    pillar: 'current',
    label: {vi: 'Lâu không cập nhật', en: 'Stale'},
    meaning: {
      vi: 'Hồ sơ chưa phân loại hoặc đang thi hành không được cập nhật quá số ngày cho phép.',
      en: 'The file is unclassified or in progress and has not changed for longer than allowed.',
    },
  },
  unclassified_long: {
    pillar: 'current',
    label: {vi: 'Chậm phân loại', en: 'Unclassified for long'},
    meaning: {
      vi: 'Hồ sơ chưa phân loại quá số ngày cho phép kể từ ngày thụ lý.',
      en: 'The file is still unclassified more days after its acceptance than allowed.',
    },
  },
  unknown_reference: {
    pillar: 'clean',
    label: {vi: 'Mã không có trong danh mục', en: 'Unknown reference'},
    meaning: {
      vi: 'Mã phòng, chấp hành viên hoặc người nhập không có trong danh mục đơn vị, cán bộ.',
      en: 'The office, officer or enterer is not among the units and officials.',
    },
  },
  untidy_text: {
    pillar: 'clean',
    label: {vi: 'Thừa khoảng trắng', en: 'Untidy text'},
    meaning: {
      vi: 'Tên hoặc địa chỉ có khoảng trắng ở đầu, ở cuối hoặc liền nhau.',
      en: 'A name or an address begins or ends with a space, or holds two in a row.',
    },
  },
} as const satisfies Record<string, Defect>;

/** The same pillars over petitions, reported apart. */
export const petitionDefects = {
  petition_date_in_future: {
    pillar: 'correct',
    label: {vi: 'Đơn: ngày ở tương lai', en: 'Petition: date in the future'},
    meaning: {
      vi: 'Đơn có ngày hoặc thời điểm sau đêm số liệu.',
      en: 'A date or moment of the petition lies after the night.',
    },
  },
  petition_entered_late: {
    pillar: 'current',
    label: {vi: 'Đơn: nhập chậm', en: 'Petition: entered late'},
    meaning: {
      vi: 'Đơn phát sinh được nhập quá số ngày làm việc cho phép kể từ ngày nhận.',
      en: 'A new petition was entered more working days after it was received than allowed.',
    },
  },
  petition_missing_officer: {
    pillar: 'complete',
    label: {vi: 'Đơn: thiếu người phụ trách', en: 'Petition: missing officer'},
    meaning: {
      vi: 'Đơn chưa có người phụ trách.',
      en: 'Nobody is in charge of the petition.',
    },
  },
  petition_received_after_entered: {
    pillar: 'correct',
    label: {vi: 'Đơn: nhận sau ngày nhập', en: 'Petition: received after it was entered'},
    meaning: {
      vi: 'Ngày nhận đơn sau ngày nhập đơn.',
      en: 'The petition was received later than the day it was entered.',
    },
  },
  petition_settled_before_received: {
    pillar: 'correct',
    label: {vi: 'Đơn: giải quyết trước khi nhận', en: 'Petition: settled before it was received'},
    meaning: {
      vi: 'Ngày giải quyết trước ngày nhận đơn.',
      en: 'The petition was settled before it was received.',
    },
  },
  petition_settled_but_open: {
    pillar: 'correct',
    label: {vi: 'Đơn: có ngày giải quyết nhưng còn mở', en: 'Petition: settled but open'},
    meaning: {
      vi: 'Đơn có ngày giải quyết nhưng tình trạng là mới hoặc đang giải quyết.',
      en: 'The petition has a date of settlement and is still new or being settled.',
    },
  },
  petition_settled_without_date: {
    pillar: 'complete',
    label: {vi: 'Đơn: thiếu ngày giải quyết', en: 'Petition: settled without a date'},
    meaning: {
      vi: 'Đơn đã giải quyết nhưng chưa có ngày giải quyết.',
      en: 'The petition is settled and nobody says when.',
    },
  },
  petition_stale: {
    pillar: 'current',
    label: {vi: 'Đơn: lâu không cập nhật', en: 'Petition: stale'},
    meaning: {
      vi: 'Đơn mới hoặc đang giải quyết không được cập nhật quá số ngày cho phép.',
      en: 'The petition is new or being settled and has not changed for longer than allowed.',
    },
  },
  petition_unknown_reference: {
    pillar: 'clean',
    label: {vi: 'Đơn: mã không có trong danh mục', en: 'Petition: unknown reference'},
    meaning: {
      vi: 'Mã đơn vị, người phụ trách hoặc hồ sơ liên quan không tồn tại.',
      en: 'The office, officer or case file of the petition does not exist.',
    },
  },
} as const satisfies Record<`petition_${string}`, Defect>;

/** Signals of entry for form’s sake, for reviewers to look at. */
export const signals = {
  backdated_entry: {
    label: {vi: 'Ghi lùi ngày nhập', en: 'Backdated entry'},
    counted: {vi: 'hồ sơ', en: 'files'},
    meaning: {
      vi: 'Thời điểm nhập trước lúc 24 giờ của một đêm mà hồ sơ chưa có.',
      en: 'The file says it was entered before the cut-off of a night on which it was absent.',
    },
  },
  bulk_entry: {
    label: {vi: 'Nhập dồn', en: 'Bulk entry'},
    counted: {vi: 'đợt nhập', en: 'bursts'},
    meaning: {
      vi: 'Một người nhập rất nhiều hồ sơ trong khoảng thời gian rất ngắn.',
      en: 'One person entered a great many files within a very short time.',
    },
  },
  deadline_rush: {
    label: {vi: 'Nhập sát hạn', en: 'Deadline rush'},
    counted: {vi: 'lần phòng dồn sát hạn', en: 'offices and deadlines'},
    meaning: {
      vi: 'Tỷ lệ hồ sơ phòng nhập trong những giờ cuối trước hạn cao bất thường.',
      en: 'An unusual share of an office’s entries fell in the last hours before a deadline.',
    },
  },
  night_entry: {
    label: {vi: 'Nhập ban đêm', en: 'Night entry'},
    counted: {vi: 'hồ sơ', en: 'files'},
    meaning: {
      vi: 'Hồ sơ được nhập vào giờ ban đêm.',
      en: 'The file was entered at night.',
    },
  },
  repeated_amount: {
    label: {vi: 'Số tiền lặp lại', en: 'Repeated amount'},
    counted: {vi: 'hồ sơ', en: 'files'},
    meaning: {
      vi: 'Nhiều hồ sơ của một chấp hành viên có cùng số tiền phải thi hành, trừ mức án phí cố định.',
      en: 'Many files of one officer have the same amount to be enforced, standard court fees left out.',
    },
  },
} as const satisfies Record<string, Signal>;

export type RuleId = keyof typeof defects;
export type PetitionRuleId = keyof typeof petitionDefects;
export type SignalId = keyof typeof signals;

/** Whether a text from outside names a rule, over case files or over petitions. */
export const isRule = (id: string): id is RuleId | PetitionRuleId =>
  Object.hasOwn(defects, id) || Object.hasOwn(petitionDefects, id);

/** Whether a text from outside names a pillar. */
export const isPillar = (id: string): id is Pillar => Object.hasOwn(pillars, id);
