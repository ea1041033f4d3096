/**
 * The lake as others meet it: paths, file names and SQL that any engine with Parquet can run. What reads here is a
 * bare DuckDB that knows nothing of ours.
 */
import {DuckDBInstance} from '@duckdb/node-api';
import {expect, test} from 'vitest';
import {filesBelow, onLandingGround, rawFile, type DeliveredRow} from '../deliveries.ts';

const receipt = (id: string, more: DeliveredRow = {}): DeliveredRow => ({
  so_bien_lai: id,
  ma_don_vi: '38.KV05',
  ma_ho_so: null,
  so_tien: 1000,
  ngay_lap: '2026-03-31 08:00:00',
  da_huy: false,
  ...more,
});

/** Rows of a query in which `lake/` stands for the folder. */
async function ask(lake: string, sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql.replaceAll('lake/', `${lake}/`));
    return reader.getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('the rows delivered, less those in quarantine, are found by path alone', () =>
  onLandingGround(async ({deliver, folder}) => {
    await deliver({date: '2026-03-30', program: 'bien-lai', tables: {bien_lai: [receipt('BL1')]}});
    await deliver({
      date: '2026-03-31',
      program: 'bien-lai',
      tables: {bien_lai: [receipt('BL1'), receipt('BL2', {so_tien: 'x'}), receipt('BL3'), receipt('BL1')]},
    });
    expect(
      await ask(
        folder.lake,
        `select night, so_bien_lai from read_parquet('lake/bien_lai/night=*/*.parquet', hive_partitioning = true)
         order by all`,
      ),
    ).toEqual([
      ['2026-03-30', 'BL1'],
      ['2026-03-31', 'BL1'],
      ['2026-03-31', 'BL3'],
    ]);
    expect(
      await ask(
        folder.lake,
        `select so_bien_lai from 'lake/bien_lai/night=2026-03-31/*.parquet' order by all`,
      ),
    ).toEqual([['BL1'], ['BL3']]);
    expect(
      await ask(
        folder.quarantine,
        `select night, line, column_name, value, reason
         from read_parquet('lake/bien_lai/night=*/*.parquet', hive_partitioning = true) order by all`,
      ),
    ).toEqual([
      ['2026-03-31', '3', 'so_tien', 'x', 'bad_value'],
      ['2026-03-31', '5', 'so_bien_lai', 'BL1', 'duplicate_key'],
    ]);
  }));

test('the file names tell the program and the sequence, and only the sequence in force is there', () =>
  onLandingGround(async ({deliver, folder}) => {
    await deliver({program: 'bien-lai', tables: {bien_lai: [receipt('BL1', {so_tien: -1}), receipt('BL2')]}});
    await deliver({program: 'bien-lai', sequence: 2, tables: {bien_lai: [receipt('BL1'), receipt('BL2')]}});
    const all = `from read_parquet('lake/bien_lai/night=*/*.parquet', hive_partitioning = true, filename = true)`;
    expect(
      await ask(folder.lake, `select so_bien_lai, parse_filename(filename), night ${all} order by all`),
    ).toEqual([
      ['BL1', 'bien-lai.2.parquet', '2026-03-31'],
      ['BL2', 'bien-lai.2.parquet', '2026-03-31'],
    ]);
    expect(await ask(folder.quarantine, `from glob('lake/**/*.parquet')`)).toEqual([]);
  }));

test('every table is a folder whose columns are those of the contract, in its types', () =>
  onLandingGround(async ({deliver, folder, contract}) => {
    const programs = [...new Set(contract.map(({program}) => program))];
    for (const program of programs) {
      const tables = contract.filter((table) => table.program === program);
      await deliver({
        program,
        tables: Object.fromEntries(
          tables.map(({name, columns}) => [
            name,
            rawFile(name, `${columns.map((column) => column.name).join(',')}\n`, 0),
          ]),
        ),
      });
    }
    expect(filesBelow(folder.lake)).toEqual(
      contract.map(({name, program}) => `${name}/night=2026-03-31/${program}.1.parquet`).sort(),
    );
    for (const {name, columns} of contract) {
      const described = await ask(
        folder.lake,
        `select column_name, column_type from (describe from read_parquet('lake/${name}/*/*.parquet', hive_partitioning = false))`,
      );
      expect(described).toEqual(
        columns.map((column) => [column.name, column.codes.length > 0 ? 'VARCHAR' : column.type]),
      );
    }
  }));
