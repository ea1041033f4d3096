import {inLanguages} from './words.ts';

const vi = {
  csv: 'Tải CSV',
  xlsx: 'Tải XLSX',
  pictures: {png: 'Ảnh PNG', svg: 'Ảnh SVG'},
  noPicture: 'Không tạo được ảnh của biểu đồ. Hãy tải lại trang rồi thử lại, hoặc tải tệp CSV.',
  copy: 'Sao chép câu tóm tắt',
  copied: 'Đã sao chép câu tóm tắt.',
  notCopied: 'Trình duyệt không cho sao chép; hãy bôi đen câu tóm tắt rồi sao chép bằng tay.',
  source: (date: string, version: string) =>
    `Nguồn: các phần mềm của Nền tảng số THADS, đêm ${date}, phiên bản số liệu ${version}`,
  first: (shown: string, all: string) => `Hình có ${shown} dòng đầu trong ${all} dòng.`,
};

const en: typeof vi = {
  csv: 'Download CSV',
  xlsx: 'Download XLSX',
  pictures: {png: 'Picture (PNG)', svg: 'Picture (SVG)'},
  noPicture: 'The picture cannot be made. Load the page again and retry, or download the CSV file.',
  copy: 'Copy the sentence',
  copied: 'The sentence is copied.',
  notCopied: 'The browser does not allow copying; select the sentence and copy it by hand.',
  source: (date, version) =>
    `Source: the programs of the THADS digital platform, night of ${date}, version ${version}`,
  first: (shown, all) => `The picture has the first ${shown} of ${all} rows.`,
};

/** The words at the foot of every figure. */
export const figureWords = inLanguages({vi, en});
