import type {ListAnswer, OverviewAnswer} from '../answers.ts';
import {countWord, dayWord} from '../bulletins/figures.ts';
import {limitWord} from '../bulletins/weekly-page.ts';
import {isOver} from '../deadline.ts';
import {ask} from '../papers/asking.ts';
import type {PaperWorld} from '../papers/offered.ts';
import {department, numberColumn} from '../papers/paper.ts';
import {rateBeside, rateWord} from '../papers/wording.ts';
import {listAnswer} from '../reconciliation-schemas.ts';
import {letterList} from '../routes/lists.ts';
import {overview} from '../routes/overview.ts';
import {overviewAnswer} from '../schemas.ts';
import {beforeWord, told} from './letter-wording.ts';
import {Missing, type AskedLetter, type Letter, type LetterFacts, type Told} from './letter.ts';

/** As many of the lowest as the Department's own letter names in its sentence. */
const namedInSentence = 4;

const criticismWords = {
  values: {
    ngay_so_lieu: 'Ngày của đêm số liệu',
    nam: 'Năm của đêm số liệu',
    ho_so_phai_nhap: 'Toàn quốc: số hồ sơ phải nhập',
    ho_so_da_nhap: 'Toàn quốc: số hồ sơ đã nhập',
    ty_le_ho_so: 'Toàn quốc: tỷ lệ hồ sơ đã nhập',
    ho_so_con_thieu: 'Toàn quốc: số hồ sơ chưa nhập',
    ho_so_co_tien: 'Toàn quốc: số hồ sơ có tiền phải nhập dữ liệu về tiền',
    ho_so_du_tien: 'Toàn quốc: số hồ sơ đã có đủ dữ liệu về tiền',
    ty_le_tien: 'Toàn quốc: tỷ lệ hồ sơ đã có đủ dữ liệu về tiền',
    nguong_phe_binh: 'Ngưỡng của danh sách phê bình',
    so_don_vi: 'Số đơn vị trong danh sách phê bình',
    don_vi_thap_nhat: 'Bốn đơn vị có tỷ lệ về tiền thấp nhất, kèm tỷ lệ',
    thoi_han: 'Thời hạn nhập dữ liệu về tiền đang có hiệu lực, viết “trước ngày …”',
    van_ban_dat_han: 'Văn bản đặt thời hạn đó',
  },
  conditions: {
    con_don_vi_khac: 'Danh sách còn đơn vị ngoài bốn đơn vị đó',
  },
  tables: {danh_sach: 'Danh sách phê bình: đơn vị, tỷ lệ dữ liệu về tiền'},
} as const;

export const criticism: Letter = {
  name: {vi: 'Công văn phê bình về dữ liệu tiền', en: 'Letter of criticism for money data'},
  purpose: 'entries',
  follows: 'Công văn của Cục Quản lý THADS tháng 4/2026 (kiểm tra, hoàn thiện dữ liệu)',
  reads: ['GET /pages/overview', 'GET /lists/{id}'],
  takes: [],
  editors: ['lanh_dao'],
  vocabulary: criticismWords,
  read: readCriticism,
};

/** The Department's criticism of provinces for money data: the nation's figures, and who is on the list. */
async function readCriticism(
  _asked: AskedLetter,
  world: PaperWorld,
): Promise<LetterFacts<typeof criticismWords>> {
  const [page, list] = await Promise.all([
    ask(overview, overviewAnswer, {}, world),
    ask(letterList, listAnswer, {params: {id: 'money_coverage_below_5'}}, world),
  ]);
  // A night was published between the two: all figures of a letter are of one version.
  return page.version === list.version ? criticismFacts(page, list) : readCriticism({}, world);
}

function criticismFacts(page: OverviewAnswer, {list, rows}: ListAnswer): LetterFacts<typeof criticismWords> {
  const {night, version, demo} = page;
  const {completion, files_missing, money} = page.nation;
  const noFiles = `Đêm ${dayWord(night)} không có số liệu hồ sơ của toàn quốc; hãy nạp đủ dữ liệu rồi lập lại.`;
  const noMoney = `Đêm ${dayWord(night)} không có số liệu về tiền của toàn quốc; hãy nạp đủ dữ liệu rồi lập lại.`;
  const nobody = new Missing(
    `Đêm ${dayWord(night)} không đơn vị nào có tỷ lệ dưới ${limitWord(list.threshold)}, nên không có ai để phê bình.`,
  );
  return {
    name: `cong-van-phe-binh-${night}`,
    agency: department,
    stamp: {night, version, demo},
    values: {
      ngay_so_lieu: dayWord(night),
      nam: night.slice(0, 4),
      ho_so_phai_nhap: told(completion.denominator, countWord, noFiles),
      ho_so_da_nhap: told(completion.numerator, countWord, noFiles),
      ty_le_ho_so: told(completion.value, rateWord, noFiles),
      ho_so_con_thieu: told(files_missing.numerator, countWord, noFiles),
      ho_so_co_tien: told(money.denominator, countWord, noMoney),
      ho_so_du_tien: told(money.numerator, countWord, noMoney),
      ty_le_tien: told(money.value, rateWord, noMoney),
      nguong_phe_binh: limitWord(list.threshold),
      so_don_vi: rows.length === 0 ? nobody : countWord(rows.length),
      don_vi_thap_nhat:
        rows.length === 0
          ? nobody
          : rows
              .slice(0, namedInSentence)
              .map(({unit_name, value}) => `${unit_name} (${rateBeside(list.threshold, value)})`)
              .join(', '),
      con_don_vi_khac: rows.length > namedInSentence,
      ...deadlineOf(page),
    },
    tables: {
      danh_sach:
        rows.length === 0
          ? nobody
          : {
              columns: [
                numberColumn,
                {key: 'unit_name', heading: 'Đơn vị', kind: 'text', width: 3},
                {
                  key: 'value',
                  heading: 'Tỷ lệ dữ liệu về tiền (%)',
                  kind: 'rate',
                  width: 1.5,
                  limit: list.threshold,
                },
              ],
              rows: rows.map(({unit_name, value}, index) => ({n: index + 1, unit_name, value})),
            },
    },
  };
}

/** A letter that sets a day must find it before that day. */
function deadlineOf({targets, night}: OverviewAnswer): Record<'thoi_han' | 'van_ban_dat_han', Told> {
  const {deadline = null, letter} = targets.money ?? {};
  const set =
    'hãy ghi chỉ tiêu và thời hạn mới, kèm văn bản, vào danh mục chỉ tiêu rồi chạy lại đêm số liệu.';
  if (deadline === null || letter === undefined) {
    const none = new Missing(`Đêm ${dayWord(night)} không có thời hạn nào về dữ liệu tiền; ${set}`);
    return {thoi_han: none, van_ban_dat_han: none};
  }
  return {
    thoi_han: isOver(deadline, night)
      ? new Missing(`Thời hạn ${beforeWord(deadline)} đã qua vào đêm ${dayWord(night)}; ${set}`)
      : beforeWord(deadline),
    van_ban_dat_han: letter,
  };
}
