import {expect, test} from 'vitest';
import {caseFiles, onNightGround} from '../night-ground.ts';

test('a published night says of its tables what a row is: in Vietnamese, then in English', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: caseFiles(1)});
    await ground.count();
    const comments = await ground.read<{model: string; comment: string}>(
      `select schema_name || '.' || table_name as model, comment from duckdb_tables()
       where table_name in ('money_items', 'offences') and schema_name = 'marts'
       order by model`,
    );
    expect(comments.map(({comment}) => comment.split(' | '))).toEqual([
      [
        'Mỗi dòng là một khoản tiền: đầy đủ, hay chỉ nhập cho có',
        "One row per money item, judged by itself: complete, or typed in for form's sake (2-metrics § 2.3).",
      ],
      [
        'Mỗi dòng là một lỗi đang có: quy tắc, và hồ sơ hoặc đơn thư mắc lỗi',
        'One row per offence open tonight: a rule, and the file or petition that breaks it (2-metrics § 2.4).',
      ],
    ]);
    const rules = await ground.read<{comment: string}>(
      `select comment from duckdb_views() where schema_name = 'metrics' and view_name = 'completion_rate'`,
    );
    expect(rules[0]!.comment).toMatch(/^Tỷ lệ cập nhật hồ sơ: .+ \| Of the case files an office must enter/);
  }));
