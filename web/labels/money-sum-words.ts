import type {Amount, IdentityStep} from '../findings/money-sums.ts';
import {inLanguages} from './words.ts';

const amounts: Record<Amount, string> = {
  due: 'Phải thi hành',
  enforced: 'Đã thi hành',
  outstanding: 'Còn phải thi hành',
};

const parts: Record<IdentityStep['part'], string> = {
  due: 'Phải thi hành',
  enforced: '− Đã thi hành',
  remitted: '− Giảm trừ',
  outstanding: '− Còn phải thi hành',
  residual: '= Phần lệch',
};

const vi = {
  choose: 'Chọn số tiền',
  amounts,
  identityTab: 'Đối chiếu các số',
  coverage: {
    title: (amount: string, rate: string, missing: string) =>
      `${amount}: ${rate} khoản đã có số; thiếu ${missing} khoản`,
    titleWhole: (amount: string) => `${amount}: mọi khoản đã có số`,
    titleNone: 'Chưa có khoản tiền nào của hồ sơ có tiền',
    subtitle: (date: string) =>
      `Khoản tiền của hồ sơ có tiền, theo tỉnh, thành phố · đến ${date} · khoản và tỷ đồng`,
    summary: (name: string, rate: string) => `Thấp nhất: ${name}, ${rate}.`,
    columns: ['Tỉnh, thành phố', 'Có số', 'Số khoản', 'Thiếu', 'Tỷ lệ', 'Tỷ đồng'],
    caption: 'Bảng số khoản đã có số tiền, tỷ lệ thấp nhất trước',
  },
  identity: {
    title: (broken: string, all: string) => `${broken}/${all} khoản có đủ ba số nhưng các số không khớp nhau`,
    titleGood: (all: string) => `Cả ${all} khoản có đủ ba số đều khớp`,
    titleNone: 'Chưa có khoản nào có đủ ba số để kiểm tra',
    subtitle: (date: string) =>
      `Phải thi hành = đã thi hành + giảm trừ + còn phải thi hành; phần lệch đỏ là chưa giải thích · toàn quốc · đến ${date} · tỷ đồng`,
    summary: (residual: string, due: string) =>
      `Phần lệch ${residual} tỷ đồng trên ${due} tỷ đồng phải thi hành; lệch thừa và lệch thiếu bù trừ nhau trong tổng.`,
    columns: [
      'Tỉnh, thành phố',
      'Khoản đủ ba số',
      'Khoản lệch',
      'Phải',
      'Đã',
      'Giảm trừ',
      'Còn phải',
      'Phần lệch',
    ],
    parts,
  },
};

const en: typeof vi = {
  choose: 'Choose the amount',
  amounts: {due: 'To be enforced', enforced: 'Enforced', outstanding: 'Outstanding'},
  identityTab: 'Whether they agree',
  coverage: {
    title: (amount, rate, missing) => `${amount}: ${rate} of the items have it; ${missing} lack it`,
    titleWhole: (amount) => `${amount}: every item has it`,
    titleNone: 'Files with money have no money items yet',
    subtitle: (date) => `Money items of files with money, by province · to ${date} · items and billion đồng`,
    summary: (name, rate) => `Lowest: ${name}, ${rate}.`,
    columns: ['Province', 'Known', 'Items', 'Lacking', 'Rate', 'Billion đồng'],
    caption: 'Table of the items whose amount is known, lowest rate first',
  },
  identity: {
    title: (broken, all) => `${broken} of ${all} items have all three amounts and they do not agree`,
    titleGood: (all) => `All ${all} items with the three amounts agree`,
    titleNone: 'No item has all three amounts to check yet',
    subtitle: (date) =>
      `To be enforced = enforced + remitted + outstanding; what is red is unexplained · nation · to ${date} · billion đồng`,
    summary: (residual, due) =>
      `${residual} billion đồng unexplained of ${due} billion to be enforced; too much and too little cancel out in the sum.`,
    columns: [
      'Province',
      'Items with all',
      'Disagreeing',
      'Due',
      'Enforced',
      'Remitted',
      'Outstanding',
      'Residual',
    ],
    parts: {
      due: 'To be enforced',
      enforced: '− Enforced',
      remitted: '− Remitted',
      outstanding: '− Outstanding',
      residual: '= Residual',
    },
  },
};

/** The words of the three amounts of money and of what they leave over. */
export const moneySumWords = inLanguages({vi, en});
