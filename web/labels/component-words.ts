import {inLanguages} from './words.ts';

const vi = {
  heading: 'Các thành phần giao diện',
  intro:
    'Mỗi thành phần ở từng trạng thái, vẽ bằng chính mã của trang. Số ở đây là số mẫu, không phải số liệu.',
  parts: {
    cards: 'Thẻ chỉ tiêu',
    fractions: 'Phân số và thanh chỉ tiêu',
    statuses: 'Đánh giá: dấu và chữ trước màu',
    dots: 'Hàng điểm và diễn biến',
    table: 'Hình kèm bảng số liệu',
    states: 'Đang tải, không có, lỗi, không có quyền, không có trang',
    dialog: 'Hộp thoại và thông báo',
    pickers: 'Chọn đêm và tìm kiếm',
    colours: 'Màu và cỡ chữ',
  },
  sample: 'Chỉ tiêu mẫu',
  figure: 'Hình mẫu',
  failure: 'Máy chủ trả lời lỗi mẫu.',
  openDialog: 'Mở hộp thoại',
  showToast: 'Hiện thông báo',
  toast: 'Thông báo mẫu: đã chép 3 mã hồ sơ.',
  typography: 'Thi hành án dân sự tỉnh Đắk Lắk, Quảng Ngãi: ễ ỡ ẫ ặ Đ đ – 685.231/688.271 hồ sơ (99,56%)',
};

const en: typeof vi = {
  heading: 'Parts of the interface',
  intro:
    'Each part in each of its states, drawn by the code of the pages. Figures here are samples, not data.',
  parts: {
    cards: 'Metric cards',
    fractions: 'Fractions and bullet rules',
    statuses: 'Standing: a sign and a word before a colour',
    dots: 'Dot rows and sparklines',
    table: 'A figure with its table',
    states: 'Pending, empty, failed, refused, unknown',
    dialog: 'Dialog and toast',
    pickers: 'Picking a night, searching',
    colours: 'Colours and sizes',
  },
  sample: 'Sample indicator',
  figure: 'Sample figure',
  failure: 'A sample of what a server says.',
  openDialog: 'Open the dialog',
  showToast: 'Show a toast',
  toast: 'A sample: 3 file codes copied.',
  typography:
    'Thi hành án dân sự tỉnh Đắk Lắk, Quảng Ngãi: ễ ỡ ẫ ặ Đ đ – 685,231 of 688,271 case files (99.56%)',
};

/** The words of the page that shows the parts of the interface. */
export const componentWords = inLanguages({vi, en});
