import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {NightInputs} from './build.ts';
import {literal, recordsOf, rowsOf} from './database.ts';
import type {HoldReason} from './versions.ts';

const count = (number: number) => number.toLocaleString('vi-VN');
const percent = (share: number) =>
  share.toLocaleString('vi-VN', {style: 'percent', maximumFractionDigits: 2});

interface Change {
  table_name: string;
  rows_before: number;
  rows_now: number;
  rows_vanished: number;
}

/**
 * Looks at the volume of a night that was built (1-extracts § 1.1, last rule): too much in quarantine, too many keys
 * gone, too many rows or đồng more or less than on the night before. The limits are rows of `reference.guards`.
 * What comes back are the reasons to hold the night; none lets it out.
 */
export async function guardNight(
  inputs: NightInputs,
  before: NightInputs | undefined,
  lakeRoot: string,
  db: DuckDBConnection,
): Promise<HoldReason[]> {
  const limits = Object.fromEntries(
    (await rowsOf(db, 'select guard, limit_value from reference.guards')) as [string, number][],
  );
  const limit = (guard: string) => {
    const value = limits[guard];
    if (value === undefined) throw new Error(`sql/reference/guards.csv has no row ${guard}.`);
    return value;
  };
  const reasons = quarantineReasons(inputs, before, limit('max_quarantined_share'));
  if (!before) return reasons;

  const days = (Date.parse(inputs.night) - Date.parse(before.night)) / 86_400_000;
  const changes = await recordsOf<Change>(db, 'from meta.changes');
  for (const {table_name: table, rows_before: then, rows_now: now, rows_vanished: vanished} of changes) {
    if (then > 0 && vanished / then > limit('max_vanished_share')) {
      reasons.push({
        guard: 'max_vanished_share',
        sentence:
          `Bảng ${table}: ${count(vanished)}/${count(then)} khóa của đêm ${before.night} đã biến mất ` +
          `(${percent(vanished / then)}), quá giới hạn ${percent(limit('max_vanished_share'))}.`,
      });
    }
    if (then < limit('min_rows_for_bands')) continue;
    reasons.push(
      ...bandReasons(
        {what: `Bảng ${table}: số dòng`, then, now, unit: 'dòng', since: before.night},
        {guard: 'max_shrink_share', share: limit('max_shrink_share')},
        {guard: 'max_growth_per_day', share: (1 + limit('max_growth_per_day')) ** days - 1},
      ),
    );
  }
  const money = await moneyTotals(inputs, before, lakeRoot, db);
  if (money && money.rows >= limit('min_rows_for_bands')) {
    reasons.push(
      ...bandReasons(
        {what: 'Tổng số tiền phải thi hành', ...money, unit: 'đồng', since: before.night},
        {guard: 'max_money_shrink_share', share: limit('max_money_shrink_share')},
        {guard: 'max_money_growth_per_day', share: (1 + limit('max_money_growth_per_day')) ** days - 1},
      ),
    );
  }
  return reasons;
}

/** Only what the night before did not read yet: what was let out once is not held again for the same file. */
function quarantineReasons(
  inputs: NightInputs,
  before: NightInputs | undefined,
  limit: number,
): HoldReason[] {
  const accepted = new Set(
    before?.receipts.flatMap((receipt) => receipt.tables.map((table) => table.lakeFile)),
  );
  return inputs.receipts
    .flatMap((receipt) => receipt.tables)
    .filter(
      ({lakeFile, rows, quarantined}) => !accepted.has(lakeFile) && rows > 0 && quarantined / rows > limit,
    )
    .map(({table, file, rows, quarantined}) => ({
      guard: 'max_quarantined_share',
      sentence:
        `Bảng ${table} (${file}): ${count(quarantined)}/${count(rows)} dòng phải cách ly ` +
        `(${percent(quarantined / rows)}), quá giới hạn ${percent(limit)}.`,
    }));
}

interface Band {
  guard: string;
  share: number;
}

function bandReasons(
  {what, then, now, unit, since}: {what: string; then: number; now: number; unit: string; since: string},
  shrink: Band,
  growth: Band,
): HoldReason[] {
  // Limits times a whole number: a change that is just the limit must not be over it by a rounding.
  const broken =
    now < then * (1 - shrink.share) ? shrink : now > then * (1 + growth.share) ? growth : undefined;
  if (!broken || then <= 0) return [];
  const change = now / then - 1;
  const limit = broken === shrink ? -shrink.share : growth.share;
  return [
    {
      guard: broken.guard,
      sentence:
        `${what} đổi từ ${count(then)} ${unit} (đêm ${since}) thành ${count(now)} ${unit} ` +
        `(${percent(change)}), quá giới hạn ${percent(limit)}.`,
    },
  ];
}

async function moneyTotals(
  inputs: NightInputs,
  before: NightInputs,
  lakeRoot: string,
  db: DuckDBConnection,
): Promise<{then: number; now: number; rows: number} | undefined> {
  const fileOf = ({receipts}: NightInputs) =>
    receipts.flatMap((receipt) => receipt.tables).find((one) => one.table === 'khoan_tien')?.lakeFile;
  const [then, now] = [fileOf(before), fileOf(inputs)];
  if (!then || !now) return undefined;
  const total = async (lakeFile: string) => {
    const path = literal(join(lakeRoot, lakeFile));
    const [row] = await rowsOf(
      db,
      `select coalesce(sum(phai_thi_hanh), 0)::double, count(*)::double
       from read_parquet(${path}, hive_partitioning = false)`,
    );
    return row as [number, number];
  };
  const [[thenTotal, rows], [nowTotal]] = [await total(then), await total(now)];
  return {then: thenTotal, now: nowTotal, rows};
}
