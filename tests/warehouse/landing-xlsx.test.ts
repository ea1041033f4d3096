import {expect, test} from 'vitest';
import {RefusedDelivery} from '../../warehouse/errors.ts';
import {filesBelow, onLandingGround, rawFile, type LandingGround, type TestFile} from '../deliveries.ts';
import {serial, sheetXml, xlsx, xlsxFile, zip, type SheetCell, type TestWorkbook} from '../spreadsheets.ts';

const PAPER = ['nam', 'so_thang', 'loai_bieu', 'ma_don_vi', 'chi_tieu', 'phien_ban', 'gia_tri'];
const paper = (figure: SheetCell, code = 'TONG'): SheetCell[] => [
  2026,
  5,
  'TIEN',
  '38.KV01',
  code,
  'CHINH_THUC',
  figure,
];

const LETTERS = ['ma_van_ban', 'ma_don_vi', 'loai', 'so_ky_hieu', 'ngay_ban_hanh'];
const letter = (id: SheetCell, day: SheetCell, symbol: SheetCell = '12/KH'): SheetCell[] => [
  id,
  '38',
  'KE_HOACH',
  symbol,
  day,
];

const deliverPaper = (ground: LandingGround, workbook: TestWorkbook, rows?: number) =>
  ground.deliver({program: 'thong-ke', tables: {bao_cao_giay: xlsxFile('bao_cao_giay', workbook, rows)}});

const oneSheet = (rows: readonly (readonly SheetCell[])[]): TestWorkbook => ({
  sheets: [{name: 'Số liệu', rows}],
});

const NOMINATIONS = [
  'ma_de_nghi',
  'ma_don_vi_de_nghi',
  'doi_tuong',
  'ma_don_vi',
  'ma_can_bo',
  'hinh_thuc',
  'thu_tu_uu_tien',
  'ngay_nhan',
  'co_to_trinh',
  'co_bien_ban',
  'co_bao_cao_thanh_tich',
  'co_xac_nhan',
];

/** The board's three tables, of which the letters are given and the others are empty unless given too. */
const deliverBoard = (ground: LandingGround, letters: TestFile, nominations?: TestFile) =>
  ground.deliver({
    program: 'to-chuc-can-bo',
    tables: {
      van_ban_trien_khai: letters,
      vu_viec_xem_xet: rawFile(
        'vu_viec_xem_xet',
        'ma_vu_viec,ma_don_vi,ma_can_bo,loai,tu_ngay,den_ngay\n',
        0,
      ),
      de_nghi_khen_thuong: nominations ?? rawFile('de_nghi_khen_thuong', `${NOMINATIONS.join(',')}\n`, 0),
    },
  });

test('whole numbers are read as numbers and as the ways people type them', () =>
  onLandingGround(async (ground) => {
    const figures: [SheetCell, number][] = [
      [1234567, 1234567],
      ['1234567', 1234567],
      ['1.234.567', 1234567],
      ['1.234.567,00', 1234567],
      ['-1.234', -1234],
      [{xml: '><f>SUM(A1:A2)</f><v>42</v>'}, 42],
      [{xml: 't="str"><f>"1."&amp;"000"</f><v>1.000</v>'}, 1000],
      [9_000_000_000_000, 9_000_000_000_000],
    ];
    const {receipt} = await deliverPaper(
      ground,
      oneSheet([PAPER, ...figures.map(([figure], i) => paper(figure, `C${i}`))]),
    );
    expect(await ground.lake('bao_cao_giay', 'gia_tri')).toEqual(figures.map(([, gia_tri]) => ({gia_tri})));
    expect(receipt.tables[0]).toMatchObject({rows: 8, loaded: 8, quarantined: 0});
  }));

test('a number that is not whole, or not surely the one typed, is kept out with its row in the sheet', () =>
  onLandingGround(async (ground) => {
    const figures: [SheetCell, string][] = [
      ['1.234.567,89', '1.234.567,89'],
      [1.5, '1.5'],
      [1.234, '1.234'],
      ['1.23.456', '1.23.456'],
      ['1,234,567', '1,234,567'],
      [' 5', ' 5'],
      [{xml: '><v>12345678901234567</v>'}, '1.2345678901234568e+16'],
      [{xml: 't="e"><v>#N/A</v>'}, '#N/A'],
      [serial(46112), '2026-03-31'],
      [true, 'true'],
    ];
    const {receipt} = await deliverPaper(
      ground,
      oneSheet([PAPER, ...figures.map(([figure], i) => paper(figure, `C${i}`)), paper(7, 'C10')]),
    );
    expect(await ground.quarantine('bao_cao_giay')).toEqual(
      figures.map(([, value], i) => ({
        line: i + 2,
        column_name: 'gia_tri',
        value,
        reason: 'bad_value',
        kept_row: false,
      })),
    );
    expect(await ground.lake('bao_cao_giay', 'gia_tri')).toEqual([{gia_tri: 7}]);
    expect(receipt.tables[0]).toMatchObject({rows: 11, loaded: 1, quarantined: 10});
  }));

test.each<[string, SheetCell, string, Partial<TestWorkbook>]>([
  ['a day of Excel', serial(46112), '2026-03-31', {}],
  ['the last day before the leap day that never was', serial(59), '1900-02-28', {}],
  ['the first day after it', serial(61), '1900-03-01', {}],
  ['a day of the Macintosh calendar', serial(44650), '2026-03-31', {date1904: true}],
  ['a day in a long format', serial(46112), '2026-03-31', {formats: ['[$-42A]d mmmm yyyy;@']}],
  ['text dd/mm/yyyy', '31/03/2026', '2026-03-31', {}],
  ['text d/m/yyyy', '1/3/2026', '2026-03-01', {}],
  ['text of the contract', '2026-03-31', '2026-03-31', {}],
])('a day is read from %s', (_, cell, day, workbook) =>
  onLandingGround(async (ground) => {
    const rows = [LETTERS, letter('V1', cell)];
    await deliverBoard(ground, xlsxFile('van_ban_trien_khai', {...oneSheet(rows), ...workbook}));
    expect(await ground.lake('van_ban_trien_khai', 'ngay_ban_hanh')).toEqual([{ngay_ban_hanh: day}]);
  }),
);

test('what is no day is kept out, as it was typed', () =>
  onLandingGround(async (ground) => {
    const days: [SheetCell, string][] = [
      ['31/02/2026', '31/02/2026'],
      ['03/31/2026', '03/31/2026'],
      ['31-03-2026', '31-03-2026'],
      ['31/03/26', '31/03/26'],
      ['31/03/2026 08:00:00', '31/03/2026 08:00:00'],
      [46112, '46112'],
      [serial(46112.5), '2026-03-31 12:00:00'],
      [serial(0.25), '06:00:00'],
      [serial(46112, 2), '46112'],
      ['', ''],
    ];
    await deliverBoard(
      ground,
      xlsxFile('van_ban_trien_khai', {
        ...oneSheet([LETTERS, ...days.map(([day], i) => letter(`V${i}`, day))]),
        formats: ['dd/mm/yyyy', '#,##0 "đồng";[Red]-#,##0 "dd"'],
      }),
    );
    expect(
      (await ground.quarantine('van_ban_trien_khai')).map(({line, value}) => ({line, value: value ?? ''})),
    ).toEqual(days.map(([, value], i) => ({line: i + 2, value})));
  }));

test('truth values are read as cells and as text, and nothing else', () =>
  onLandingGround(async (ground) => {
    const nomination = (id: string, ...papers: SheetCell[]): SheetCell[] => [
      id,
      '38',
      'TAP_THE',
      '38.KV01',
      null,
      'GIAY_KHEN_CUC_TRUONG',
      1,
      '31/03/2026',
      ...papers,
    ];
    await deliverBoard(
      ground,
      xlsxFile('van_ban_trien_khai', oneSheet([LETTERS])),
      xlsxFile(
        'de_nghi_khen_thuong',
        oneSheet([
          NOMINATIONS,
          nomination('D1', true, false, 'TRUE', 'false'),
          nomination('D2', 1, 'Có', 'x', true),
        ]),
      ),
    );
    expect(
      await ground.lake(
        'de_nghi_khen_thuong',
        'ma_de_nghi, co_to_trinh, co_bien_ban, co_bao_cao_thanh_tich, co_xac_nhan',
      ),
    ).toEqual([
      {
        ma_de_nghi: 'D1',
        co_to_trinh: true,
        co_bien_ban: false,
        co_bao_cao_thanh_tich: true,
        co_xac_nhan: false,
      },
    ]);
    expect(await ground.quarantine('de_nghi_khen_thuong')).toMatchObject([
      {line: 3, column_name: 'co_bao_cao_thanh_tich', value: 'x'},
      {line: 3, column_name: 'co_bien_ban', value: 'Có'},
      {line: 3, column_name: 'co_to_trinh', value: '1'},
    ]);
  }));

test('text is taken as it is, in NFC, with its quotes, commas and line breaks', () =>
  onLandingGround(async (ground) => {
    const typed = [
      'Số 5, "mật"\nhỏa tốc',
      ' có khoảng trắng ',
      'Quyết định'.normalize('NFD'),
      '&<>_x000D_',
      12,
    ];
    const {receipt} = await deliverBoard(
      ground,
      xlsxFile(
        'van_ban_trien_khai',
        oneSheet([LETTERS, ...typed.map((symbol, i) => letter(`V${i}`, '31/03/2026', symbol))]),
      ),
    );
    expect(await ground.lake('van_ban_trien_khai', 'so_ky_hieu')).toEqual(
      ['Số 5, "mật"\nhỏa tốc', ' có khoảng trắng ', 'Quyết định', '&<>\r', '12'].map((so_ky_hieu) => ({
        so_ky_hieu,
      })),
    );
    expect(receipt.tables[0]).toMatchObject({loaded: 5, normalisedTexts: 1});
  }));

test('where Excel lost the text of a cell, the value is left out, or the row where it is required', () =>
  onLandingGround(async (ground) => {
    const lost: [SheetCell, string][] = [
      [{xml: 't="e"><f>VLOOKUP(1,A:A,1)</f><v>#N/A</v>'}, '#N/A'],
      [serial(46112), '2026-03-31'],
      [true, 'true'],
      [{xml: '><v>12345678901234567</v>'}, '1.2345678901234568e+16'],
    ];
    const {receipt} = await deliverBoard(
      ground,
      xlsxFile(
        'van_ban_trien_khai',
        oneSheet([
          LETTERS,
          ...lost.map(([cell], i) => letter(`V${i}`, '31/03/2026', cell)),
          letter({xml: 't="e"><v>#REF!</v>'}, '31/03/2026'),
        ]),
      ),
    );
    expect(await ground.quarantine('van_ban_trien_khai')).toEqual([
      ...lost.map(([, value], i) => ({
        line: i + 2,
        column_name: 'so_ky_hieu',
        value,
        reason: 'bad_value',
        kept_row: true,
      })),
      {line: 6, column_name: 'ma_van_ban', value: '#REF!', reason: 'bad_value', kept_row: false},
    ]);
    expect(await ground.lake('van_ban_trien_khai', 'ma_van_ban, so_ky_hieu')).toEqual(
      lost.map((_, i) => ({ma_van_ban: `V${i}`, so_ky_hieu: null})),
    );
    expect(receipt.tables[0]).toMatchObject({rows: 5, loaded: 4, quarantined: 1, nulledValues: 4});
  }));

test('text that no cell of Excel can hold is a bad value, whatever the column', () =>
  onLandingGround(async (ground) => {
    const long = '1'.repeat(40_000);
    const {receipt} = await deliverPaper(
      ground,
      oneSheet([
        PAPER,
        paper(long, 'A'),
        paper(5, long),
        paper({xml: 't="str"><v>_x0000_</v>'}, 'B'),
        paper(6, 'C'),
      ]),
    );
    expect(await ground.quarantine('bao_cao_giay')).toEqual([
      {line: 2, column_name: 'gia_tri', value: long.slice(0, 200), reason: 'bad_value', kept_row: false},
      {line: 3, column_name: 'chi_tieu', value: long.slice(0, 200), reason: 'bad_value', kept_row: false},
      {line: 4, column_name: 'gia_tri', value: '\ufffd', reason: 'bad_value', kept_row: false},
    ]);
    expect(receipt.tables[0]).toMatchObject({rows: 4, loaded: 1, quarantined: 3});
  }));

test('the first sheet that people see is read, and rows without values are no rows', () =>
  onLandingGround(async (ground) => {
    const {receipt} = await deliverPaper(
      ground,
      {
        sheets: [
          {name: 'Danh mục', state: 'hidden', rows: [['không phải']]},
          {name: 'Mật', state: 'veryHidden', rows: [['cũng không']]},
          {
            name: 'Số liệu',
            rows: [
              PAPER,
              paper(1, 'A'),
              [],
              [' ', null],
              paper('x', 'B'),
              paper(2, 'B'),
              [null],
              ['', '', ''],
            ],
          },
          {
            name: 'Hướng dẫn',
            rows: [['Cách nhập']],
            after: '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>',
          },
        ],
      },
      3,
    );
    expect(await ground.lake('bao_cao_giay', 'chi_tieu, gia_tri')).toEqual([
      {chi_tieu: 'A', gia_tri: 1},
      {chi_tieu: 'B', gia_tri: 2},
    ]);
    expect(await ground.quarantine('bao_cao_giay')).toMatchObject([{line: 5, value: 'x'}]);
    expect(receipt.tables[0]).toMatchObject({rows: 3, loaded: 2, quarantined: 1});
  }));

test('columns of a sheet are found by name, and one that is not known is kept out and reported', () =>
  onLandingGround(async (ground) => {
    const rows = [
      [...PAPER, 'ghi_chu'],
      [...paper(5), 'xem lại'],
    ].map((row) => row.toReversed());
    const {receipt} = await deliverPaper(ground, oneSheet(rows));
    expect(await ground.lake('bao_cao_giay', 'nam, gia_tri')).toEqual([{nam: 2026, gia_tri: 5}]);
    expect(receipt.tables[0]!.drift).toEqual([{column: 'ghi_chu', kind: 'unknown'}]);
  }));

const good = oneSheet([PAPER, paper(5)]);
const bytesOf = (content: Uint8Array): TestFile => ({
  name: 'bao_cao_giay',
  path: 'bao_cao_giay.xlsx',
  format: 'xlsx',
  content,
  rows: 1,
});
const withSheet = (xml: string) => bytesOf(xlsx({...good, parts: {'xl/worksheets/sheet1.xml': xml}}));
const zeros = (length: number) => new Uint8Array(length);

test.each<[string, TestFile, string]>([
  [
    'is no zip',
    bytesOf(Buffer.from('nam,so_thang\n')),
    'không đọc được tệp xlsx (tệp hỏng hoặc sai định dạng); hãy mở bằng Excel, lưu lại dạng .xlsx rồi giao lại.',
  ],
  [
    'is cut short',
    bytesOf(xlsx(good).subarray(0, -30)),
    'không đọc được tệp xlsx (tệp hỏng hoặc sai định dạng); hãy mở bằng Excel, lưu lại dạng .xlsx rồi giao lại.',
  ],
  [
    'has a sheet that breaks off',
    withSheet(sheetXml([PAPER, paper(5), paper(6, 'B')]).replace(/<row r="3".*/, '')),
    'không đọc được tệp xlsx (tệp hỏng hoặc sai định dạng); hãy mở bằng Excel, lưu lại dạng .xlsx rồi giao lại.',
  ],
  [
    'is some other zip',
    bytesOf(zip({'word/document.xml': '<document/>'})),
    'không đọc được tệp xlsx (tệp hỏng hoặc sai định dạng); hãy mở bằng Excel, lưu lại dạng .xlsx rồi giao lại.',
  ],
  [
    'is under a password',
    bytesOf(Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')),
    'tệp được đặt mật khẩu hoặc là tệp .xls kiểu cũ; hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi giao lại.',
  ],
  [
    'is a bomb and says so',
    bytesOf(xlsx({...good, parts: {'xl/media/a.bin': zeros(100_000_000)}})),
    'tệp giải nén ra quá lớn so với tệp nén; hãy kiểm tra lại nguồn và giao lại tệp.',
  ],
  [
    'is a bomb that claims to be small',
    bytesOf(zip({'xl/worksheets/sheet1.xml': zeros(100_000_000)}, (_, length) => Math.min(length, 1000))),
    'không đọc được tệp xlsx (tệp hỏng hoặc sai định dạng); hãy mở bằng Excel, lưu lại dạng .xlsx rồi giao lại.',
  ],
  [
    'has thousands of parts',
    bytesOf(
      xlsx({
        ...good,
        parts: Object.fromEntries(Array.from({length: 2000}, (_, i) => [`xl/media/${i}.xml`, '<a/>'])),
      }),
    ),
    'tệp giải nén ra quá lớn so với tệp nén; hãy kiểm tra lại nguồn và giao lại tệp.',
  ],
  [
    'declares entities',
    withSheet(`<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${sheetXml([PAPER, paper(5)])}`),
    'tệp có khai báo DOCTYPE hoặc ENTITY, không phải tệp do Excel ghi; hãy mở bằng Excel, lưu lại rồi giao lại.',
  ],
  [
    'links to another workbook',
    bytesOf(xlsx({...good, parts: {'xl/externalLinks/externalLink1.xml': '<externalLink/>'}})),
    'tệp có liên kết tới sổ tính khác; hãy bỏ liên kết (dán giá trị), lưu lại rồi giao lại.',
  ],
  [
    'reaches the last cell there is',
    withSheet(
      sheetXml([PAPER, paper(5)]).replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    ),
    'dòng 1048576 kéo đến cột thứ 16.384; hãy xóa các cột thừa bên phải rồi giao lại.',
  ],
  [
    'merges the whole sheet',
    bytesOf(
      xlsx({
        sheets: [
          {
            name: 'Số liệu',
            rows: [PAPER, paper(5)],
            after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
          },
        ],
      }),
    ),
    'trang tính “Số liệu” có ô gộp A1:XFD1048576; hãy bỏ gộp ô, mỗi ô một giá trị, rồi giao lại.',
  ],
  [
    'has a formula that was never worked out',
    bytesOf(xlsx(oneSheet([PAPER, paper({xml: '><f>1+1</f>'})]))),
    'trang tính “Số liệu”: ô G2 có công thức chưa được tính; hãy mở bằng Excel, lưu lại rồi giao lại.',
  ],
  [
    'has no sheet that people see',
    bytesOf(xlsx({sheets: [{name: 'Số liệu', state: 'hidden', rows: [PAPER, paper(5)]}]})),
    'tệp không có trang tính nào hiện; hãy bỏ ẩn trang dữ liệu rồi giao lại.',
  ],
  [
    'has nothing in its sheet',
    bytesOf(xlsx(oneSheet([]))),
    'trang tính rỗng, không có cả dòng tiêu đề; hãy giao lại tệp.',
  ],
  [
    'begins below the first row',
    bytesOf(xlsx(oneSheet([[], [], PAPER, paper(5)]))),
    'dòng 1 để trống; hãy đưa dòng tiêu đề (đang ở dòng 3) lên dòng 1.',
  ],
  [
    'has a value in a column without a name',
    bytesOf(xlsx(oneSheet([PAPER, [...paper(5), null, 'nhớ xem lại']]))),
    'ô I2 có giá trị “nhớ xem lại” nhưng cột này không có tên ở dòng 1; hãy đặt tên cột hoặc xóa ô này rồi giao lại.',
  ],
  [
    'names a column twice',
    bytesOf(
      xlsx(
        oneSheet([
          [...PAPER, 'nam'],
          [...paper(5), 2025],
        ]),
      ),
    ),
    'dòng 1: cột nam có hơn một lần trong tiêu đề; hãy giữ một cột và xuất lại tệp.',
  ],
  [
    'lacks a row',
    {...bytesOf(xlsx(good)), rows: 2},
    'đọc được 1 dòng dữ liệu nhưng datapackage.json khai 2; hãy kiểm tra lại tệp (thiếu dòng, hoặc ngoặc kép mở mà không đóng) và giao lại.',
  ],
])('a workbook that %s is refused with a sentence, and nothing lands', (_, file, sentence) =>
  onLandingGround(async ({deliver, folder}) => {
    const refused: unknown = await deliver({program: 'thong-ke', tables: {bao_cao_giay: file}}).catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof RefusedDelivery)) throw new Error('It was not refused', {cause: refused});
    expect(refused.reasons).toEqual([`bao_cao_giay.xlsx: ${sentence}`]);
    expect(filesBelow(folder.root)).toEqual([]);
  }),
);

test('a program that does not make its files by hand delivers no workbook', () =>
  onLandingGround(async ({deliver}) => {
    await expect(
      deliver({program: 'bien-lai', tables: {bien_lai: xlsxFile('bien_lai', oneSheet([['so_bien_lai']]))}}),
    ).rejects.toThrow(
      'bien_lai.xlsx: chương trình bien-lai không giao tệp xlsx (chỉ thong-ke, to-chuc-can-bo được giao); hãy xuất bảng này ra CSV (UTF-8) hoặc Parquet rồi giao lại.',
    );
  }));
