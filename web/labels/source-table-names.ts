import {language} from './words.ts';

const names: Readonly<Record<string, {vi: string; en: string}>> = {
  bao_cao_giay: {vi: 'Báo cáo giấy', en: 'Paper reports'},
  bien_lai: {vi: 'Biên lai', en: 'Receipts'},
  can_bo: {vi: 'Cán bộ', en: 'Officials'},
  chi_tieu_nhap: {vi: 'Chỉ tiêu nhập', en: 'Entry targets'},
  de_nghi_khen_thuong: {vi: 'Đề nghị khen thưởng', en: 'Nominations'},
  don_thu: {vi: 'Đơn thư', en: 'Petitions'},
  don_vi: {vi: 'Đơn vị', en: 'Units'},
  ho_so: {vi: 'Hồ sơ', en: 'Case files'},
  khoan_tien: {vi: 'Khoản tiền', en: 'Money items'},
  quyet_dinh: {vi: 'Quyết định', en: 'Decisions'},
  van_ban_trien_khai: {vi: 'Văn bản triển khai', en: 'Rollout documents'},
  vu_viec_xem_xet: {vi: 'Vụ việc xem xét', en: 'Matters under review'},
};

/** What a table that programs deliver is called in the language read; a new one by its own name. */
export const sourceTableName = (table: string): string => names[table]?.[language()] ?? table;
