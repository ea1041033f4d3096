import type {ContractColumn, ContractTable} from './contract.ts';
import {formatsOf, physicalTypeOf, type ContractProgram} from './odcs-contract.ts';
import {wantedIn} from './landing/problem-sentence.ts';

/** The whole contract as one document for those who write the programs' exports. */
export function contractMarkdown(
  programs: readonly ContractProgram[],
  contract: readonly ContractTable[],
  version: string,
): string {
  return `${[
    '# Hợp đồng dữ liệu: kho dữ liệu Thi hành án dân sự',
    `Phiên bản ${version}. Tài liệu này được viết ra từ các tệp \`sql/sources/*.sql\`; đó cũng là những gì chương trình nạp đối chiếu mỗi đêm.`,
    howToDeliver(programs),
    ...programs.map((program) => programSection(program, contract)),
  ].join('\n\n')}\n`;
}

function howToDeliver(programs: readonly ContractProgram[]): string {
  const byHand = programs.filter((program) => program.made_by_hand).map(({program_id: id}) => `\`${id}\``);
  return `## Cách giao

Mỗi đêm, mỗi chương trình giao **toàn bộ** các bảng của mình vào một thư mục:

\`\`\`
<nơi giao>/<YYYY-MM-DD>/<chương trình>/
  <bảng>.csv | .csv.gz | .parquet | .xlsx
  datapackage.json        ghi SAU CÙNG: có tệp này nghĩa là bản giao đã đủ
\`\`\`

\`datapackage.json\` theo chuẩn Data Package v2, thêm các thuộc tính \`thads:\`:

\`\`\`json
{
  "thads:program": "bien-lai",
  "thads:businessDate": "2026-03-31",
  "thads:sequence": 1,
  "created": "2026-03-31T23:30:00+07:00",
  "resources": [
    {
      "name": "bien_lai",
      "path": "bien_lai.csv",
      "format": "csv",
      "encoding": "utf-8",
      "bytes": 123456,
      "hash": "sha256:<64 chữ số thập lục phân>",
      "thads:rows": 1024
    }
  ]
}
\`\`\`

- Ngày số liệu là trạng thái lúc 24 giờ của ngày đó, giờ Việt Nam. Muốn sửa bản đã giao: giao lại cả thư mục với \`thads:sequence\` lớn hơn.
- Số byte, mã băm và số dòng (\`thads:rows\`, không kể tiêu đề) phải đúng; sai một thứ thì **cả bản giao bị từ chối**, không nạp dòng nào.
- CSV: UTF-8 (được có BOM), phân cách bằng dấu phẩy, ngoặc kép theo RFC 4180, có dòng tiêu đề; ô trống là không có giá trị.
- Thứ tự cột tùy ý. Thiếu cột bắt buộc hoặc trùng tên cột thì bị từ chối; cột ngoài hợp đồng bị bỏ qua và được báo lại.
- Ngày \`YYYY-MM-DD\`, thời điểm \`YYYY-MM-DD HH:MM:SS\`, số nguyên viết liền (tiền là đồng), đúng sai là \`true\`/\`false\`; văn bản dạng NFC.
- Tệp \`xlsx\` chỉ nhận từ ${byHand.join(', ')}: trang tính hiện đầu tiên, tiêu đề ở dòng 1, không gộp ô, công thức đã được tính; được dùng ngày của Excel, \`dd/mm/yyyy\`, \`1.234.567\` và \`TRUE\`/\`FALSE\`.
- Dòng không dùng được (thiếu khóa, trùng khóa, cột bắt buộc trống hoặc sai) được giữ lại kèm tệp, dòng, cột, giá trị, lý do. Giá trị sai ở cột không bắt buộc thì để trống, dòng vẫn được nạp.

Kiểm tra trước khi giao: \`npm run thads -- check-delivery <thư mục>\` nói ra một lần mọi chỗ sai mà không nạp gì.`;
}

function programSection(program: ContractProgram, contract: readonly ContractTable[]): string {
  const {program_id: id, program_name: name, made_by_hand: madeByHand} = program;
  const tables = contract.filter((table) => table.program === id);
  return [
    `## \`${id}\`: ${name}`,
    `Giao ${tables.length} bảng: ${tables.map((table) => `\`${table.name}\``).join(', ')}. Định dạng: ${formatsOf(madeByHand).join(', ')}.`,
    ...tables.map(tableSection),
  ].join('\n\n');
}

function tableSection(table: ContractTable): string {
  const {name, meaning, key, columns, checks} = table;
  return [
    `### \`${name}\`: ${meaning}`,
    `Khóa: ${key.map((column) => `\`${column}\``).join(', ')}.`,
    [
      '| Cột | Kiểu | Bắt buộc | Ý nghĩa | Giá trị |',
      '| --- | --- | --- | --- | --- |',
      ...columns.map((column) => columnLine(column, table)),
    ].join('\n'),
    ...(checks.length > 0
      ? [`Mọi dòng phải thỏa: ${checks.map((check) => `\`${check}\``).join('; ')}.`]
      : []),
  ].join('\n\n');
}

function columnLine(column: ContractColumn, table: ContractTable): string {
  const {name, required, meaning, codes} = column;
  const values = codes.length > 0 ? codes.map((code) => `\`${code}\``).join(', ') : wantedIn(name, table);
  const cells = [`\`${name}\``, physicalTypeOf(column), required ? 'có' : '', meaning, values];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
