import type {Unit, UnitPageAnswer} from '../answers.ts';
import {countWord, dayWord} from '../bulletins/figures.ts';
import {limitWord} from '../bulletins/weekly-page.ts';
import {isOver} from '../deadline.ts';
import {ApiError} from '../errors.ts';
import {mustHaveTables} from '../older-version.ts';
import type {OpenVersion} from '../open-version.ts';
import {unitPageAnswer} from '../page-schemas.ts';
import type {PaperWorld} from '../papers/offered.ts';
import {department, numberColumn, type Agency} from '../papers/paper.ts';
import {rateBeside, rateWord} from '../papers/wording.ts';
import {mustHavePurpose} from '../reach.ts';
import {unitPage} from '../routes/pages/unit.ts';
import {unit as unitEndpoint} from '../routes/units.ts';
import {unitAnswer} from '../schemas.ts';
import type {Store} from '../state/store.ts';
import {beforeWord, told} from './letter-wording.ts';
import {Missing, type AskedLetter, type Letter, type LetterFacts, type Told} from './letter.ts';

const reminderWords = {
  values: {
    ngay_so_lieu: 'Ngày của đêm số liệu',
    ten_don_vi: 'Đơn vị được đôn đốc',
    co_quan: 'Cơ quan gửi văn bản: Cục với tỉnh, THADS tỉnh với phòng của mình',
    ho_so_phai_nhap: 'Số hồ sơ đơn vị phải nhập',
    ho_so_da_nhap: 'Số hồ sơ đơn vị đã nhập',
    ty_le_ho_so: 'Tỷ lệ hồ sơ đã nhập',
    ho_so_con_thieu: 'Số hồ sơ chưa nhập',
    thoi_han_ho_so: 'Thời hạn nhập hồ sơ đang có hiệu lực, viết “trước ngày …”',
    van_ban_dat_han: 'Văn bản đặt thời hạn nhập hồ sơ',
    ho_so_co_tien: 'Số hồ sơ của đơn vị phải nhập dữ liệu về tiền',
    ho_so_du_tien: 'Số hồ sơ đã có đủ dữ liệu về tiền',
    ty_le_tien: 'Tỷ lệ hồ sơ đã có đủ dữ liệu về tiền',
    ho_so_thieu_tien: 'Số hồ sơ chưa đủ dữ liệu về tiền',
    nguong_tien: 'Ngưỡng phê bình về dữ liệu tiền',
    thoi_han_tien: 'Thời hạn nhập dữ liệu về tiền đang có hiệu lực, viết “trước ngày …”',
    diem_chat_luong: 'Điểm chất lượng dữ liệu của đơn vị',
    luot_loi: 'Số lượt lỗi dữ liệu còn mở (một hồ sơ vi phạm hai quy tắc là hai lượt)',
  },
  conditions: {
    la_tinh: 'Đơn vị là THADS tỉnh, thành phố (không phải phòng)',
    thieu_ho_so: 'Đơn vị còn hồ sơ chưa nhập',
    qua_han_ho_so: 'Thời hạn nhập hồ sơ đã qua',
    thieu_tien: 'Đơn vị còn hồ sơ chưa đủ dữ liệu về tiền',
    duoi_nguong_tien: 'Tỷ lệ về tiền dưới ngưỡng đó',
    qua_han_tien: 'Thời hạn nhập dữ liệu về tiền đã qua',
    con_loi: 'Đơn vị còn lỗi dữ liệu',
  },
  tables: {
    phong_con_thieu: 'Các phòng của đơn vị: hồ sơ còn thiếu, tỷ lệ hồ sơ, tỷ lệ về tiền',
    loi_can_sua: 'Các lỗi dữ liệu còn mở của đơn vị, nhiều nhất trước',
  },
} as const;

export const reminder: Letter = {
  name: {vi: 'Công văn đôn đốc một đơn vị', en: 'Reminder to one unit'},
  purpose: 'entries',
  follows: 'Công văn của Cục Quản lý THADS tháng 4/2026 (kiểm tra, hoàn thiện dữ liệu)',
  reads: ['GET /pages/unit', 'GET /units/{id}'],
  takes: ['unit'],
  editors: ['lanh_dao'],
  vocabulary: reminderWords,
  read: readReminder,
};

/** A reminder to one unit, made of its province's own file: nothing of another province can come into it. */
async function readReminder(
  {unit: asked}: AskedLetter,
  {versions, store, person}: PaperWorld,
): Promise<LetterFacts<typeof reminderWords>> {
  mustHavePurpose(person);
  if (asked === undefined) {
    throw new ApiError(
      'letter_incomplete',
      'Văn bản này gửi một đơn vị; hãy chọn một tỉnh hoặc một phòng (unit=…).',
    );
  }
  const province = await versions.use((version) => provinceOf(asked, version, store));
  if (person.role === 'tinh' && person.province !== province) {
    throw new ApiError('not_permitted', 'Bạn chỉ lập được văn bản đôn đốc các đơn vị của tỉnh mình.');
  }
  return versions.use(
    async (version) => {
      mustHaveTables(unitPage.needs ?? [], version);
      const asker = {role: 'tinh', scope: {province}} as const;
      const {answer} = await unitPage.find({params: {}, query: {unit: asked}}, version, asker, store);
      const own = await unitCalled(asked, version, store);
      const above = own.level === 'province' ? null : await unitCalled(province, version, store);
      return reminderFacts(unitPageAnswer.parse(answer), own, above);
    },
    {province},
  );
}

async function unitCalled(id: string, version: OpenVersion, store: Store): Promise<Unit> {
  const asker = {role: 'lanh_dao', scope: 'no_parties'} as const;
  const {answer} = await unitEndpoint.find({params: {id}, query: {}}, version, asker, store);
  return unitAnswer.parse(answer).unit;
}

async function provinceOf(id: string, version: OpenVersion, store: Store): Promise<string> {
  const {province_id} = await unitCalled(id, version, store);
  if (province_id !== null) return province_id;
  throw new ApiError('unknown_unit', 'Văn bản đôn đốc gửi một tỉnh hoặc một phòng thuộc tỉnh.');
}

function reminderFacts(
  page: UnitPageAnswer,
  own: Unit,
  above: Unit | null,
): LetterFacts<typeof reminderWords> {
  const {night, version, demo, unit, figures, files_missing, rules} = page;
  const {completion_rate: files, quality_score: quality} = figures;
  const none = (what: string) => `Đêm ${dayWord(night)}, ${own.unit_name} không có số liệu ${what}.`;
  const offences = rules.reduce((sum, {offenders}) => sum + offenders, 0);
  return {
    name: `cong-van-don-doc-${unit.unit_id}-${night}`,
    agency: above === null ? department : agencyOf(above, page),
    stamp: {night, version, demo},
    values: {
      ngay_so_lieu: dayWord(night),
      ten_don_vi: own.unit_name,
      la_tinh: above === null,
      co_quan: above === null ? 'Cục Quản lý THADS' : above.unit_name,
      ho_so_phai_nhap: told(files.denominator, countWord, none('hồ sơ phải nhập')),
      ho_so_da_nhap: told(files.numerator, countWord, none('hồ sơ đã nhập')),
      ty_le_ho_so: told(files.value, rateWord, none('hồ sơ phải nhập')),
      ho_so_con_thieu: told(files.denominator && files_missing, countWord, none('hồ sơ phải nhập')),
      thieu_ho_so: files_missing > 0,
      ...deadlineOf(page),
      ...moneyOf(page, none('hồ sơ có tiền')),
      diem_chat_luong: told(quality.value, rateWord, none('chất lượng')),
      luot_loi: countWord(offences),
      con_loi: offences > 0,
    },
    tables: {phong_con_thieu: officesOf(page), loi_can_sua: offencesOf(page)},
  };
}

/** A province writes to its offices under its own name. */
const agencyOf = ({unit_name}: Unit, {province}: UnitPageAnswer): Agency => ({
  parent: 'CỤC QUẢN LÝ THADS',
  name: unit_name.replace('THADS', 'Thi hành án dân sự').toLocaleUpperCase('vi'),
  place: province?.unit_name ?? unit_name,
  symbol: 'THADS',
});

type FileDeadline = 'thoi_han_ho_so' | 'qua_han_ho_so' | 'van_ban_dat_han';

function deadlineOf({targets, night}: UnitPageAnswer): Record<FileDeadline, Told> {
  const {deadline = null, letter} = targets.completion_rate ?? {};
  const why = noDeadline(night, 'nhập hồ sơ');
  return {
    thoi_han_ho_so: told(deadline, beforeWord, why),
    qua_han_ho_so: deadline !== null && isOver(deadline, night),
    van_ban_dat_han: told(letter, String, why),
  };
}

type Money =
  | 'ho_so_co_tien'
  | 'ho_so_du_tien'
  | 'ty_le_tien'
  | 'ho_so_thieu_tien'
  | 'thieu_tien'
  | 'nguong_tien'
  | 'duoi_nguong_tien'
  | 'thoi_han_tien'
  | 'qua_han_tien';

function moneyOf({figures, targets, night}: UnitPageAnswer, noMoney: string): Record<Money, Told> {
  const {numerator, denominator, value, status} = figures.money_coverage;
  const {deadline = null, floor} = targets.money_coverage ?? {};
  const why = noDeadline(night, 'nhập dữ liệu về tiền');
  const missing = numerator === null || denominator === null ? null : Math.max(0, denominator - numerator);
  return {
    ho_so_co_tien: told(denominator, countWord, noMoney),
    ho_so_du_tien: told(numerator, countWord, noMoney),
    ty_le_tien: told(
      value,
      (rate) => (floor === undefined ? rateWord(rate) : rateBeside(floor, rate)),
      noMoney,
    ),
    ho_so_thieu_tien: told(missing, countWord, noMoney),
    thieu_tien: (missing ?? 0) > 0,
    nguong_tien: told(floor, limitWord, why),
    duoi_nguong_tien: status === 'missed',
    thoi_han_tien: told(deadline, beforeWord, why),
    qua_han_tien: deadline !== null && isOver(deadline, night),
  };
}

const noDeadline = (night: string, what: string) =>
  `Đêm ${dayWord(night)} không có văn bản nào đặt thời hạn ${what}; hãy ghi chỉ tiêu và thời hạn vào danh mục chỉ tiêu rồi chạy lại đêm số liệu.`;

type Table = LetterFacts<typeof reminderWords>['tables']['loi_can_sua'];

/** The offices that have something to enter, of files or of money. */
function officesOf({below, unit}: UnitPageAnswer): Table {
  const behind = below.filter((office) => office.files_missing > 0 || office.money_files_missing > 0);
  if (behind.length === 0)
    return new Missing(`${unit.unit_name} không có phòng nào còn thiếu; hãy bỏ bảng này.`);
  return {
    unitOfMeasure: 'hồ sơ',
    columns: [
      numberColumn,
      {key: 'name', heading: 'Đơn vị', kind: 'text', width: 3},
      {key: 'missing', heading: 'Hồ sơ chưa nhập', kind: 'count', width: 1.2},
      {key: 'completion', heading: 'Tỷ lệ hồ sơ (%)', kind: 'rate', width: 1.2},
      {key: 'money_missing', heading: 'Hồ sơ chưa đủ tiền', kind: 'count', width: 1.2},
      {key: 'money', heading: 'Tỷ lệ về tiền (%)', kind: 'rate', width: 1.2},
    ],
    rows: behind.map(({unit_name, figures, files_missing, money_files_missing}, index) => ({
      n: index + 1,
      name: unit_name,
      missing: files_missing,
      completion: figures.completion_rate.value,
      money_missing: money_files_missing,
      money: figures.money_coverage.value,
    })),
    total: {
      n: null,
      name: 'TỔNG CỘNG',
      missing: behind.reduce((sum, {files_missing}) => sum + files_missing, 0),
      completion: null,
      money_missing: behind.reduce((sum, {money_files_missing}) => sum + money_files_missing, 0),
      money: null,
    },
  };
}

function offencesOf({rules, unit}: UnitPageAnswer): Table {
  const broken = rules.filter(({offenders}) => offenders > 0);
  if (broken.length === 0)
    return new Missing(`${unit.unit_name} không còn lỗi dữ liệu nào; hãy bỏ bảng này.`);
  return {
    unitOfMeasure: 'hồ sơ',
    columns: [
      numberColumn,
      {key: 'rule', heading: 'Lỗi', kind: 'text', width: 4},
      {key: 'offenders', heading: 'Số hồ sơ', kind: 'count', width: 1.2},
    ],
    rows: broken.map(({label, offenders}, index) => ({n: index + 1, rule: label.vi, offenders})),
    total: {n: null, rule: 'TỔNG CỘNG', offenders: broken.reduce((sum, {offenders}) => sum + offenders, 0)},
  };
}
