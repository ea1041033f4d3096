import {language} from './words.ts';

/** In English, what circulars and letters name in Vietnamese alone: the indicators of the forms, the forms, the awards, the sizes and who proposes. */
const english: Readonly<Record<string, string>> = {
  TONG_THU_LY: 'Total taken up',
  NAM_TRUOC_CHUYEN_SANG: 'Carried over from last year',
  THU_LY_MOI: 'Newly accepted',
  UY_THAC: 'Entrusted to another agency',
  THU_HOI_QD: 'Decisions recalled or cancelled',
  TONG_PHAI_THI_HANH: 'Total to be enforced',
  CO_DIEU_KIEN: 'Enforceable',
  THI_HANH_XONG: 'Completed',
  DINH_CHI: 'Terminated',
  GUI_LAI_YEU_CAU: 'Requests sent back',
  GIAM_MIEN: 'Reduced or exempted',
  DANG_THI_HANH: 'Being enforced',
  HOAN_THOA_THUAN: 'Postponed by agreement',
  CHUA_CO_DIEU_KIEN: 'Not yet enforceable',
  HOAN: 'Postponed',
  TAM_DINH_CHI: 'Suspended',
  CHUYEN_KY_SAU: 'Carried forward',
  TY_LE: 'Completed and terminated, of the enforceable',
  SO_THEO_DOI_RIENG: 'Moved to the separate follow-up register',
  VIEC: 'Results of civil judgment enforcement in cases, by agency and enforcement officer',
  TIEN: 'Results of civil judgment enforcement in money, by agency and enforcement officer',
  BANG_KHEN_BO_TRUONG: 'Certificate of Merit of the Minister of Justice',
  GIAY_KHEN_CUC_TRUONG: 'Certificate of Commendation of the Director of the Department',
  nhỏ: 'small',
  vừa: 'medium',
  lớn: 'large',
  department: 'Units of the Department',
  provinces: 'Provincial enforcement agencies',
};

/** What an indicator, a form, an award, a size or a kind of proposer is called in the language read, by its code. */
export const officialName = (code: string, name: string): string =>
  language() === 'en' ? (english[code] ?? name) : name;
