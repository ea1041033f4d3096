import type {Words} from './metrics.ts';

/** A pillar of data quality: đúng, đủ, sạch, sống. */
export type Pillar = 'correct' | 'complete' | 'clean' | 'current';

/** What a rule of quality means to a reader. When a file offends is in `sql/defects/<rule>.sql`. */
export interface Defect {
  label: Words;
  meaning: Words;
  pillar: Pillar;
}

export const pillars = {
  correct: {vi: 'Đúng', en: 'Correct'},
  complete: {vi: 'Đủ', en: 'Complete'},
  clean: {vi: 'Sạch', en: 'Clean'},
  current: {vi: 'Sống', en: 'Current'},
} as const satisfies Record<Pillar, Words>;

export const defects = {
  accepted_after_entered: {
    label: {vi: 'Thụ lý sau ngày nhập', en: 'Accepted after it was entered'},
    meaning: {
      vi: 'Ngày thụ lý muộn hơn ngày nhập hồ sơ.',
      en: 'The acceptance date lies after the day of entry.',
    },
    pillar: 'correct',
  },
  judgment_after_acceptance: {
    label: {vi: 'Bản án sau ngày thụ lý', en: 'Judgment after acceptance'},
    meaning: {vi: 'Ngày bản án muộn hơn ngày thụ lý.', en: 'The judgment date lies after acceptance.'},
    pillar: 'correct',
  },
  decision_before_judgment: {
    label: {vi: 'Quyết định trước bản án', en: 'Decision before judgment'},
    meaning: {
      vi: 'Ngày quyết định thi hành án sớm hơn ngày bản án.',
      en: 'The enforcement decision is older than the judgment.',
    },
    pillar: 'correct',
  },
  date_in_future: {
    label: {vi: 'Ngày ở tương lai', en: 'Date in the future'},
    meaning: {
      vi: 'Có ngày hoặc thời điểm muộn hơn đêm số liệu.',
      en: 'A date or moment lies after the night.',
    },
    pillar: 'correct',
  },
  money_identity_broken: {
    label: {vi: 'Số tiền không cân', en: 'Amounts do not add up'},
    meaning: {
      vi: 'Phải thi hành khác tổng đã thi hành, giảm miễn và còn phải thi hành, hoặc có số âm.',
      en: 'Due is not enforced plus remitted plus outstanding, or an amount is negative.',
    },
    pillar: 'correct',
  },
  finished_with_debt: {
    label: {vi: 'Thi hành xong nhưng còn tiền', en: 'Finished with money outstanding'},
    meaning: {
      vi: 'Tình trạng thi hành xong nhưng còn khoản phải thi hành.',
      en: 'The file is finished and an item is still outstanding.',
    },
    pillar: 'correct',
  },
  receipts_exceed_enforced: {
    label: {vi: 'Biên lai vượt số đã thi hành', en: 'Receipts exceed what is enforced'},
    meaning: {
      vi: 'Tổng biên lai còn hiệu lực lớn hơn tổng số tiền đã thi hành.',
      en: 'Valid receipts add up to more than the money enforced.',
    },
    pillar: 'correct',
  },
  hollow_money: {
    label: {vi: 'Số tiền nhập hình thức', en: 'Amount typed in for form’s sake'},
    meaning: {
      vi: 'Hồ sơ có tiền nhưng có khoản phải thi hành bằng 0 hoặc 1 đồng.',
      en: 'A file with money has an item of 0 or 1 đồng.',
    },
    pillar: 'correct',
  },
  missing_judgment: {
    label: {vi: 'Thiếu bản án', en: 'Judgment missing'},
    meaning: {
      vi: 'Thiếu số bản án, ngày bản án hoặc tòa án.',
      en: 'Number, date or court of the judgment is missing.',
    },
    pillar: 'complete',
  },
  missing_decision: {
    label: {vi: 'Thiếu quyết định', en: 'Decision missing'},
    meaning: {
      vi: 'Thiếu số hoặc ngày quyết định thi hành án.',
      en: 'Number or date of the enforcement decision is missing.',
    },
    pillar: 'complete',
  },
  missing_debtor: {
    label: {vi: 'Thiếu người phải thi hành', en: 'Debtor missing'},
    meaning: {
      vi: 'Thiếu tên hoặc địa chỉ người phải thi hành án.',
      en: 'Name or address of the debtor is missing.',
    },
    pillar: 'complete',
  },
  missing_officer: {
    label: {vi: 'Thiếu chấp hành viên', en: 'Officer missing'},
    meaning: {vi: 'Chưa có chấp hành viên phụ trách.', en: 'No enforcement officer is in charge.'},
    pillar: 'complete',
  },
  missing_case_type: {
    label: {vi: 'Thiếu loại việc', en: 'Case type missing'},
    meaning: {
      vi: 'Thiếu loại việc hoặc căn cứ thi hành.',
      en: 'Kind of matter or ground of enforcement is missing.',
    },
    pillar: 'complete',
  },
  missing_money: {
    label: {vi: 'Thiếu dữ liệu tiền', en: 'Money missing'},
    meaning: {
      vi: 'Hồ sơ có tiền nhưng dữ liệu tiền chưa đầy đủ.',
      en: 'The file has money and its money is not complete.',
    },
    pillar: 'complete',
  },
  duplicate_file: {
    label: {vi: 'Hồ sơ trùng', en: 'Duplicate file'},
    meaning: {
      vi: 'Trùng bản án, tòa án và quyết định với hồ sơ nhập trước của cùng phòng.',
      en: 'It repeats an earlier file of its office.',
    },
    pillar: 'clean',
  },
  placeholder_text: {
    label: {vi: 'Chữ điền tạm', en: 'Placeholder text'},
    meaning: {
      vi: 'Ô chỉ có dấu câu, số 0, một chữ lặp lại hoặc cụm từ điền tạm.',
      en: 'A text holds only punctuation, zeros, a repeated letter or a placeholder phrase.',
    },
    pillar: 'clean',
  },
  damaged_text: {
    label: {vi: 'Chữ hỏng phông', en: 'Damaged text'},
    meaning: {vi: 'Chữ bị hỏng do sai bảng mã.', en: 'Text was damaged by a wrong encoding.'},
    pillar: 'clean',
  },
  bad_identifier: {
    label: {vi: 'Số định danh sai', en: 'Bad identifier'},
    meaning: {
      vi: 'Số định danh không phải 12 chữ số, mã số thuế không phải 10 chữ số hoặc 10 chữ số-3 chữ số.',
      en: 'The identifier is neither 12 digits nor a tax code.',
    },
    pillar: 'clean',
  },
  untidy_text: {
    label: {vi: 'Thừa khoảng trắng', en: 'Untidy text'},
    meaning: {
      vi: 'Tên hoặc địa chỉ có khoảng trắng đầu, cuối hoặc khoảng trắng kép.',
      en: 'A name or address has leading, trailing or doubled spaces.',
    },
    pillar: 'clean',
  },
  unknown_reference: {
    label: {vi: 'Mã không có trong danh mục', en: 'Unknown reference'},
    meaning: {
      vi: 'Mã phòng, chấp hành viên hoặc người nhập không có trong danh mục.',
      en: 'Its office, officer or enterer is unknown.',
    },
    pillar: 'clean',
  },
  stale: {
    label: {vi: 'Lâu không cập nhật', en: 'Stale'},
    meaning: {
      vi: 'Đang thi hành hoặc chưa phân loại mà quá số ngày quy định không cập nhật.',
      en: 'In progress or unclassified, and not changed for too long.',
    },
    pillar: 'current',
  },
  entered_late: {
    label: {vi: 'Nhập muộn', en: 'Entered late'},
    meaning: {
      vi: 'Hồ sơ phát sinh nhập quá số ngày làm việc quy định sau khi thụ lý.',
      en: 'A new file was entered too many working days after acceptance.',
    },
    pillar: 'current',
  },
  unclassified_long: {
    label: {vi: 'Chậm phân loại', en: 'Unclassified for long'},
    meaning: {
      vi: 'Chưa phân loại quá số ngày quy định sau khi thụ lý.',
      en: 'Still unclassified too long after acceptance.',
    },
    pillar: 'current',
  },
  receipt_not_posted: {
    label: {vi: 'Biên lai chưa vào sổ tiền', en: 'Receipt not posted'},
    meaning: {
      vi: 'Biên lai còn hiệu lực mới hơn mọi khoản tiền của hồ sơ quá số ngày quy định.',
      en: 'A valid receipt is newer than every money item by too many days.',
    },
    pillar: 'current',
  },
} as const satisfies Record<string, Defect>;

export type Rule = keyof typeof defects;

/** What the rules of petitions mean; when one offends is in `sql/petition_defects/<rule>.sql`. */
export const petitionDefects: Record<string, Defect> = {};
