import {counted} from './counted.ts';
import {inLanguages} from './words.ts';

const vi = {
  title: 'Bản tin và cảnh báo',
  bulletinsTitle: (provinces: number) =>
    provinces > 1 ? `Tờ tin tuần và bản tin của ${provinces} tỉnh, thành phố` : 'Bản tin của đơn vị',
  bulletinsSubtitle: 'Theo đêm đang dùng; bản tin tỉnh chỉ có số liệu của tỉnh đó và thứ hạng đã công bố',
  openBulletin: {html: 'Mở bản tin', pdf: 'Tải bản PDF'},
  bulletinOfNation: 'Tờ tin tuần của lãnh đạo',
  bulletinOfProvince: (name: string) => `Bản tin của ${name}`,

  previewTitle: (units: number, letters: number) =>
    units === 0 ? 'Tối nay không gửi cảnh báo nào' : `Tối nay sẽ gửi ${letters} thư về ${units} đơn vị`,
  previewSubtitle: (night: string, found: number) =>
    `${found} phát hiện theo số liệu đêm ${night}; mỗi người nhận một thư gộp, mỗi phát hiện chỉ báo một lần`,
  previewNone: 'Không đơn vị nào vi phạm quy tắc đang dùng.',
  noMail: 'Máy chủ chưa có cài đặt gửi thư, nên chưa thư nào được gửi đi; nhật ký ghi lại lý do.',
  preview: {
    unit: 'Đơn vị',
    rule: 'Chỉ tiêu',
    value: 'Giá trị',
    threshold: 'Ngưỡng',
    since: 'Từ đêm',
    deadline: 'Hạn',
    hearers: 'Người nhận',
    act: 'Việc',
  },
  nobody: '○ chưa ai đăng ký nhận',
  outcomes: {
    will_send: () => '● sẽ gửi',
    snoozed: (day: string) => `○ tạm dừng đến hết ${day}`,
    already_sent: (day: string) => `○ đã gửi ${day}`,
    switched_off: () => '○ người nhận đã tắt',
    account_closed: () => '○ tài khoản đã khóa',
    other_role: () => '○ vai trò đã đổi',
    no_address: () => '◆ chưa có địa chỉ thư',
  },

  rulesTitle: (active: number, own: number) =>
    own === 0 ? `${active} quy tắc đang theo dõi` : `${active} quy tắc đang theo dõi, ${own} do lãnh đạo đặt`,
  rulesSubtitle: 'Quy tắc của văn bản tự có và không sửa được ở đây; quy tắc nào cũng tạm dừng được',
  rule: {
    what: 'Quy tắc',
    level: 'Cấp',
    condition: 'Điều kiện',
    deadline: 'Hạn',
    audience: 'Báo cho',
    made: 'Người đặt',
    state: 'Trạng thái',
    act: 'Việc',
  },
  levels: {nation: 'toàn quốc', province: 'tỉnh', office: 'phòng khu vực'},
  within: (unit: string) => `trong ${unit}`,
  condition: {
    below: (value: string) => `dưới ${value}`,
    above: (value: string) => `trên ${value}`,
  },
  comparisons: {below: 'dưới', above: 'trên'},
  lead: (days: number) => `báo từ ${days} ngày trước hạn`,
  noDeadline: 'không đặt hạn',
  audiences: {province: 'tỉnh đó', leadership: 'lãnh đạo Cục', both: 'tỉnh đó và lãnh đạo Cục'},
  madeBy: (actor: string, day: string) => `${actor}, ${day}`,
  active: '● đang theo dõi',
  inactive: '○ đã tắt',
  resting: (day: string) => `○ tạm dừng đến hết ${day}`,
  switchOff: 'Tắt',
  switchOn: 'Bật lại',
  newRule: 'Đặt quy tắc mới',
  metric: 'Chỉ tiêu',
  level: 'Cấp đơn vị',
  area: 'Phạm vi',
  everywhere: 'Toàn quốc',
  comparison: 'So sánh',
  rate: 'Ngưỡng (%)',
  amount: 'Ngưỡng (số lượng)',
  rateAdvice: 'ví dụ 92,5',
  amountAdvice: 'ví dụ 100',
  notANumber: 'Ngưỡng phải là một số không âm, ví dụ 92,5.',
  deadline: 'Hạn (có thể để trống)',
  leadDays: 'Báo trước hạn bao nhiêu ngày',
  leadAdvice: 'để trống là báo ngay',
  audience: 'Báo cho',
  note: 'Ghi chú',
  save: 'Đặt quy tắc',
  saved: (metric: string) => `Đã đặt quy tắc về “${metric}”.`,

  snooze: 'Tạm dừng',
  wake: 'Báo lại',
  snoozeOf: (unit: string) => `Tạm dừng báo về ${unit}`,
  allUnits: 'mọi đơn vị',
  snoozeAdvice: 'Không ai được báo cho đến hết ngày đã chọn. Lý do được ghi vào nhật ký.',
  until: 'Đến hết ngày',
  reason: 'Lý do (ít nhất 10 ký tự)',
  cancel: 'Thôi',
  snoozed: (unit: string, day: string) => `Đã tạm dừng báo về ${unit} đến hết ${day}.`,
  woken: 'Sẽ báo lại như thường.',
  wakeReason: 'Kết thúc tạm dừng trên trang Bản tin và cảnh báo.',

  logTitle: (sent: number, failed: number) =>
    sent + failed === 0
      ? 'Chưa có thư nào'
      : failed === 0
        ? `Đã gửi ${sent} thư`
        : `Đã gửi ${sent} thư, ${failed} thư chưa gửi được`,
  logSubtitle: 'Thư chưa gửi được sẽ được thử lại ở lần chạy sau',
  log: {
    at: 'Lúc',
    bulletin: 'Bản tin',
    to: 'Người nhận',
    state: 'Kết quả',
    told: 'Đơn vị đã nêu, nay ra sao',
  },
  states: {
    sent: '● đã gửi',
    sending: '○ đang gửi',
    failed: '◆ gửi không được',
    not_sent: '◆ chưa gửi',
  },
  attempts: (tries: number) => `đã thử ${tries} lần`,
  told: {
    met: (unit: string, then: string, now: string) => `● ${unit}: ${then} → ${now}, đã đạt`,
    not_met: (unit: string, then: string, now: string) => `◆ ${unit}: ${then} → ${now}, chưa đạt`,
    no_data: (unit: string, then: string) => `○ ${unit}: ${then}, nay không có số liệu`,
  },
  tally: (met: number, all: number) => `${met}/${all} đơn vị đã đạt`,

  subscriptionsTitle: (on: number, hindered: number) =>
    on + hindered === 0
      ? 'Chưa ai đăng ký nhận bản tin'
      : hindered === 0
        ? `${on} đăng ký đang nhận thư`
        : `${on} đăng ký đang nhận thư, ${hindered} chưa nhận được`,
  subscriptionsSubtitle:
    'Tờ tin tuần và bản tin tỉnh gửi 7 giờ sáng thứ Hai; cảnh báo gộp một thư sau mỗi đêm dữ liệu',
  subscription: {
    name: 'Người nhận',
    bulletin: 'Bản tin',
    address: 'Địa chỉ thư',
    quiet: 'Giờ yên lặng',
    state: 'Trạng thái',
    act: 'Việc',
  },
  bulletins: {weekly: 'Tờ tin tuần', province: 'Bản tin tỉnh', alerts: 'Thư cảnh báo'},
  quiet: (from: string, to: string) => `${from} – ${to}`,
  receiving: '● đang nhận',
  hindrances: {
    switched_off: '○ đã tắt',
    account_closed: '○ tài khoản đã khóa',
    other_role: '◆ vai trò không còn được nhận',
    no_address: '◆ chưa có địa chỉ thư',
  },
  account: 'Tên đăng nhập',
  addressOf: 'Địa chỉ thư',
  quietFrom: 'Yên lặng từ',
  quietTo: 'đến',
  subscribe: 'Đăng ký',
  setAddress: 'Đổi địa chỉ',
  addressAdvice: 'Để trống là ngừng gửi cho đến khi có địa chỉ.',
  of: (name: string) => `của ${name}`,
};

const en: typeof vi = {
  title: 'Bulletins and alerts',
  bulletinsTitle: (provinces) =>
    provinces > 1 ? `The weekly page and the bulletins of ${provinces} provinces` : 'The unit’s bulletin',
  bulletinsSubtitle:
    'By the night in force; a province’s bulletin has its own figures and its published rank alone',
  openBulletin: {html: 'Open the bulletin', pdf: 'Download as PDF'},
  bulletinOfNation: 'The leaders’ weekly page',
  bulletinOfProvince: (name) => `Bulletin of ${name}`,
  previewTitle: (units, letters) =>
    units === 0
      ? 'No alert will be sent tonight'
      : `Tonight ${counted(letters, 'letter')} will be sent about ${counted(units, 'unit')}`,
  previewSubtitle: (night, found) =>
    `${counted(found, 'finding')} by the figures of ${night}; one digest a person, each finding told once`,
  previewNone: 'No unit breaks a rule in force.',
  noMail: 'The server has no settings for mail, so nothing is sent yet; the log says why.',
  preview: {
    unit: 'Unit',
    rule: 'Metric',
    value: 'Value',
    threshold: 'Threshold',
    since: 'Since',
    deadline: 'Deadline',
    hearers: 'Recipients',
    act: 'Action',
  },
  nobody: '○ nobody has subscribed',
  outcomes: {
    will_send: () => '● will be sent',
    snoozed: (day) => `○ resting to the end of ${day}`,
    already_sent: (day) => `○ sent on ${day}`,
    switched_off: () => '○ switched off by the recipient',
    account_closed: () => '○ account closed',
    other_role: () => '○ role has changed',
    no_address: () => '◆ no address yet',
  },
  rulesTitle: (active, own) =>
    own === 0 ? `${active} rules watching` : `${active} rules watching, ${own} made by the leadership`,
  rulesSubtitle: 'Rules of letters come by themselves and are not changed here; any rule can rest',
  rule: {
    what: 'Rule',
    level: 'Level',
    condition: 'Condition',
    deadline: 'Deadline',
    audience: 'Tells',
    made: 'Made by',
    state: 'State',
    act: 'Action',
  },
  levels: {nation: 'nation', province: 'province', office: 'regional office'},
  within: (unit) => `within ${unit}`,
  condition: {below: (value) => `below ${value}`, above: (value) => `above ${value}`},
  comparisons: {below: 'below', above: 'above'},
  lead: (days) => `from ${counted(days, 'day')} before the deadline`,
  noDeadline: 'no deadline',
  audiences: {
    province: 'the province',
    leadership: 'the leadership',
    both: 'the province and the leadership',
  },
  madeBy: (actor, day) => `${actor}, ${day}`,
  active: '● watching',
  inactive: '○ switched off',
  resting: (day) => `○ resting to the end of ${day}`,
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  newRule: 'Make a rule',
  metric: 'Metric',
  level: 'Level of units',
  area: 'Where',
  everywhere: 'The nation',
  comparison: 'Comparison',
  rate: 'Threshold (%)',
  amount: 'Threshold (number)',
  rateAdvice: 'such as 92.5',
  amountAdvice: 'such as 100',
  notANumber: 'A threshold is a number that is not negative, such as 92.5.',
  deadline: 'Deadline (may be left empty)',
  leadDays: 'Days before the deadline',
  leadAdvice: 'empty is at once',
  audience: 'Tell',
  note: 'Note',
  save: 'Make the rule',
  saved: (metric) => `The rule about “${metric}” is made.`,
  snooze: 'Rest',
  wake: 'Tell again',
  snoozeOf: (unit) => `Rest about ${unit}`,
  allUnits: 'every unit',
  snoozeAdvice: 'Nobody is told until the chosen day is over. The reason goes into the audit log.',
  until: 'To the end of',
  reason: 'Reason (at least 10 characters)',
  cancel: 'Cancel',
  snoozed: (unit, day) => `Resting about ${unit} to the end of ${day}.`,
  woken: 'It will be told as usual.',
  wakeReason: 'Rest ended on the page of bulletins and alerts.',
  logTitle: (sent, failed) =>
    sent + failed === 0
      ? 'No letters yet'
      : failed === 0
        ? `${counted(sent, 'letter')} sent`
        : `${counted(sent, 'letter')} sent, ${failed} not sent`,
  logSubtitle: 'What could not be sent is tried again at the next run',
  log: {at: 'At', bulletin: 'Bulletin', to: 'Recipient', state: 'Outcome', told: 'Units told of, and now'},
  states: {sent: '● sent', sending: '○ being sent', failed: '◆ failed', not_sent: '◆ not sent'},
  attempts: (tries) => `tried ${counted(tries, 'time')}`,
  told: {
    met: (unit, then, now) => `● ${unit}: ${then} → ${now}, met`,
    not_met: (unit, then, now) => `◆ ${unit}: ${then} → ${now}, not met`,
    no_data: (unit, then) => `○ ${unit}: ${then}, no data now`,
  },
  tally: (met, all) => `${met} of ${counted(all, 'unit')} have met it`,
  subscriptionsTitle: (on, hindered) =>
    on + hindered === 0
      ? 'Nobody has subscribed yet'
      : hindered === 0
        ? `${counted(on, 'subscription')} being served`
        : `${counted(on, 'subscription')} being served, ${hindered} not`,
  subscriptionsSubtitle:
    'Weekly pages and provincial bulletins go out on Monday at 07:00; alerts in one digest after each night',
  subscription: {
    name: 'Recipient',
    bulletin: 'Bulletin',
    address: 'Address',
    quiet: 'Quiet hours',
    state: 'State',
    act: 'Action',
  },
  bulletins: {weekly: 'Weekly page', province: 'Provincial bulletin', alerts: 'Alerts digest'},
  quiet: (from, to) => `${from} – ${to}`,
  receiving: '● being served',
  hindrances: {
    switched_off: '○ switched off',
    account_closed: '○ account closed',
    other_role: '◆ role may not have it any more',
    no_address: '◆ no address yet',
  },
  account: 'Account',
  addressOf: 'Address',
  quietFrom: 'Quiet from',
  quietTo: 'to',
  subscribe: 'Subscribe',
  setAddress: 'Change the address',
  addressAdvice: 'Left empty, nothing is sent until there is an address.',
  of: (name) => `of ${name}`,
};

/** The words of the page of bulletins and alerts, which come with its code. */
export const bulletinWords = inLanguages({vi, en});
