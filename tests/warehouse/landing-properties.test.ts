import {join} from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {identifier, literal, recordsOf} from '../../warehouse/database.ts';
import {CsvRecords} from '../../warehouse/landing/read-records.ts';
import {mayNeedNfc, valueOfText} from '../../warehouse/landing/read-values.ts';
import {onLandingGround, rawFile} from '../deliveries.ts';

const HEADER = ['so_bien_lai', 'ma_don_vi', 'ma_ho_so', 'so_tien', 'ngay_lap', 'da_huy'];

const nasty = fc.constantFrom(
  '',
  ' ',
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  'x',
  'ệ',
  'e\u0323\u0302',
  'a\ufeff',
  '\u212b',
  '😀',
);
const text = fc.array(nasty, {maxLength: 4}).map((parts) => parts.join(''));
const oneOf = (good: readonly string[], bad: fc.Arbitrary<string>) => fc.oneof(fc.constantFrom(...good), bad);

const row = fc.tuple(
  oneOf(['BL1', 'BL2', 'BL3', 'BL4', ''], text),
  oneOf(['CUC', '38', ''], text),
  text,
  oneOf(['1', '5000', '0', '-3', '685.231', '1e5', '+5', ' 5', '9223372036854775808', ''], text),
  oneOf(['2026-03-31 08:00:00', '2026-02-30 08:00:00', '2026-03-31', '2026-03-31T08:00:00', ''], text),
  oneOf(['true', 'false', 'TRUE', '1', ''], text),
);

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** A line as some program might write it: well quoted, quoted where it need not be, or not quoted where it must. */
const line = fc.oneof(
  {weight: 6, arbitrary: row.map((values) => values.map(quoted).join(','))},
  {weight: 2, arbitrary: row.map((values) => values.join(','))},
  {weight: 1, arbitrary: fc.constantFrom('', ',', '"', 'BL9', 'a,b,c,d,e,f,', '"a"b,c,d,e,f,g')},
);

const file = fc.record({
  lines: fc.array(line, {maxLength: 12}),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\ufeff'),
  last: fc.boolean(),
});

const print = ({
  lines,
  lineEnd,
  mark,
  last,
}: {
  lines: string[];
  lineEnd: string;
  mark: string;
  last: boolean;
}) => `${mark}${[HEADER.join(','), ...lines].join(lineEnd)}${last ? lineEnd : ''}`;

test('loaded and quarantined rows together are the rows of the file, whatever is in it', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    let sequence = 0;
    await fc.assert(
      fc.asyncProperty(file, async (made) => {
        const content = print(made);
        const records = new CsvRecords(() => true);
        records.push(Buffer.from(content));
        records.end();
        const {receipt} = await deliver({
          program: 'bien-lai',
          sequence: ++sequence,
          tables: {bien_lai: rawFile('bien_lai', content, records.total, sequence % 2 ? 'csv' : 'csv.gz')},
        });
        const [landed] = receipt.tables;
        const kept = await lake('bien_lai');
        const problems = await quarantine('bien_lai');
        const lost = new Set(
          problems.filter((problem) => !problem['kept_row']).map((problem) => problem['line']),
        );
        expect(landed!.loaded + landed!.quarantined).toBe(records.total);
        expect(kept).toHaveLength(landed!.loaded);
        expect(lost.size).toBe(landed!.quarantined);
        expect(new Set(kept.map((one) => one['so_bien_lai'])).size).toBe(kept.length);
        const lines = content.split('\n').length;
        expect(problems.every(({line: at}) => Number(at) >= 2 && Number(at) <= lines)).toBe(true);
      }),
      {numRuns: 60},
    );
  }));

test('records are cut alike, however the bytes arrive', () => {
  fc.assert(
    fc.property(file, fc.integer({min: 1, max: 7}), (made, step) => {
      const content = Buffer.from(print(made));
      const cut = (size: number) => {
        const records = new CsvRecords(() => true);
        const clean: Buffer[] = [];
        for (let i = 0; i < content.length; i += size)
          clean.push(records.push(content.subarray(i, i + size)));
        clean.push(records.end());
        return [
          Buffer.concat(clean).toString(),
          records.takeBroken(),
          records.total,
          records.clean,
          records.lineBreaks,
        ];
      };
      expect(cut(step)).toEqual(cut(content.length));
    }),
  );
});

test('a well quoted file gives back just the values that were written', () =>
  onLandingGround(async ({deliver, lake, quarantine}) => {
    let sequence = 0;
    const values = fc.uniqueArray(fc.tuple(fc.string({unit: 'grapheme', minLength: 1}), text), {
      selector: ([id]) => id.normalize('NFC'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(values, async (rows) => {
        const printable = rows.filter(([id, other]) => !`${id}${other}`.includes('\0'));
        const lines = printable.map(([id, other]) =>
          [id, 'CUC', other, '5', '2026-03-31 08:00:00', 'true'].map(quoted).join(','),
        );
        await deliver({
          program: 'bien-lai',
          sequence: ++sequence,
          tables: {bien_lai: rawFile('bien_lai', [HEADER.join(','), ...lines].join('\n'), lines.length)},
        });
        expect(await quarantine('bien_lai')).toEqual([]);
        expect(await lake('bien_lai', 'so_bien_lai, ma_ho_so')).toEqual(
          printable.map(([id, other]) => ({
            so_bien_lai: id.normalize('NFC'),
            ma_ho_so: other.normalize('NFC') || null,
          })),
        );
      }),
      {numRuns: 40},
    );
  }));

const calendar = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const printedOf: Record<string, fc.Arbitrary<string>> = {
  BIGINT: fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}).map(String),
  INTEGER: fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1}).map(String),
  DATE: calendar.map((day) => day.toISOString().slice(0, 10)),
  TIMESTAMP: calendar.map((moment) => moment.toISOString().slice(0, 19).replace('T', ' ')),
  BOOLEAN: fc.constantFrom('true', 'false'),
};

test('what a value prints as is read as that value again, for every type of the contract', () =>
  onLandingGround(async ({db, contract}) => {
    const types = new Set(contract.flatMap(({columns}) => columns.map(({type}) => type)));
    for (const type of types) {
      const codes = contract.flatMap(({columns}) => columns).find((column) => column.type === type)!.codes;
      const printed =
        codes.length > 0
          ? fc.constantFrom(...codes)
          : (printedOf[type] ??
            fc.string({unit: 'grapheme', minLength: 1}).map((one) => one.normalize('NFC')));
      const samples = fc.sample(printed, 200).filter((one) => !one.includes('\0'));
      const texts = `[${samples.map(literal).join(', ')}]`;
      const [read] = await recordsOf<{wrong: string[]; types: string[]}>(
        db,
        `select
            list(text) filter (value::varchar is distinct from text) as wrong,
            list(distinct typeof(value)) as types,
         from (
             select text, ${valueOfText('text', type)} as value,
             from (select text, ${mayNeedNfc(['text'])} as may_need_nfc, from (select unnest(${texts}) as text))
         )`,
      );
      expect({type, wrong: read!.wrong ?? []}).toEqual({type, wrong: []});
      expect(read!.types).toEqual([type]);
    }
  }));

test.each([
  [
    'BIGINT',
    ['685.231', '1e5', '+5', ' 5', '5 ', '5.0', '0x10', '1_000', '--5', '-', '９', '9223372036854775808'],
  ],
  ['INTEGER', ['2147483648', '1,5', 'NaN']],
  [
    'DATE',
    [
      '2026-2-3',
      '2026-02-29',
      '31/03/2026',
      '2026-03-31 ',
      '20260331',
      'infinity',
      'epoch',
      '12026-01-01',
      '2026-03-31 00:00:00',
    ],
  ],
  [
    'TIMESTAMP',
    [
      '2026-03-31',
      '2026-03-31T08:00:00',
      '2026-03-31 24:00:00',
      '2026-03-31 08:00',
      '2026-03-31 08:00:00.5',
      '2026-03-31 08:00:00Z',
      'infinity',
    ],
  ],
  ['BOOLEAN', ['TRUE', 'True', 't', '1', '0', 'yes', 'có']],
  [`ENUM('NAM', 'NU')`, ['nam', 'NAM ', 'KHAC']],
])('%s is read in no other form than the one agreed', (type, texts) =>
  onLandingGround(async ({db}) => {
    const read = await recordsOf<{text: string}>(
      db,
      `select text from (select unnest([${texts.map(literal).join(', ')}]) as text) where ${valueOfText('text', type)} is not null`,
    );
    expect(read).toEqual([]);
  }),
);

test('tables of every shape print to CSV and land as they were', () =>
  onLandingGround(async ({deliver, db, scratch, folder, contract}) => {
    const table = contract.find(({name}) => name === 'quyet_dinh')!;
    const decisions = fc.uniqueArray(
      fc.record({
        ma_quyet_dinh: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
        ma_ho_so: fc.option(text.map((one) => one.normalize('NFC') || null)),
        loai_quyet_dinh: fc.constantFrom(
          ...table.columns.find(({name}) => name === 'loai_quyet_dinh')!.codes,
        ),
        ngay_ky: fc.option(printedOf['DATE']!),
        ngay_tao: printedOf['TIMESTAMP']!,
      }),
      {selector: (decision) => decision.ma_quyet_dinh, maxLength: 20},
    );
    let sequence = 0;
    await fc.assert(
      fc.asyncProperty(decisions, async (rows) => {
        const path = join(scratch, 'decisions.csv');
        await db.run('delete from sources.quyet_dinh');
        for (const given of rows) {
          const columns = Object.keys(given);
          const values = Object.values(given).map((value) => (value === null ? 'null' : literal(value)));
          await db.run(
            `insert into sources.quyet_dinh (ma_don_vi, ${columns.map(identifier).join(', ')}) values ('38', ${values.join(', ')})`,
          );
        }
        await db.run(`copy sources.quyet_dinh to ${literal(path)} (header)`);
        const [printed] = await recordsOf<{content: string}>(
          db,
          `select content from read_text(${literal(path)})`,
        );
        const {receipt} = await deliver({
          program: 'ho-tro-qd',
          sequence: ++sequence,
          tables: {quyet_dinh: rawFile('quyet_dinh', printed!.content, rows.length)},
        });
        const lake = `select * from read_parquet(${literal(join(folder.root, receipt.tables[0]!.lakeFile))}, hive_partitioning = false)`;
        const different = await recordsOf(
          db,
          `(from sources.quyet_dinh except (${lake})) union all ((${lake}) except from sources.quyet_dinh)`,
        );
        expect(different).toEqual([]);
        expect(receipt.tables[0]).toMatchObject({loaded: rows.length, quarantined: 0, nulledValues: 0});
      }),
      {numRuns: 25},
    );
  }));
