import {expect, test} from 'vitest';
import type {ReconciliationRow, SignalRow} from '../../api/answers.ts';
import {differing, recordState} from '../../web/findings/gap-record.ts';
import {mostFound, signalsByUnit} from '../../web/findings/signals.ts';

const row = (unit_id: string, code: string, gap: number | null): ReconciliationRow => ({
  unit_id,
  unit_name: unit_id,
  code,
  code_name: code,
  paper: gap === null ? null : 100 + gap,
  paper_version: null,
  paper_reports_missing: null,
  platform: 100,
  gap,
  gap_rate: null,
  band: null,
});

test('a unit explains the indicators that differ, and no rate, which follows from them', () => {
  const rows = [
    row('38', 'TONG_THU_LY', 3),
    row('38', 'UY_THAC', 0),
    row('38', 'HOAN', null),
    row('38', 'TY_LE', 0.1),
    row('14', 'TONG_THU_LY', 5),
  ];
  expect(differing(rows, '38').map(({code}) => code)).toEqual(['TONG_THU_LY']);
});

test('a record is empty, then explained, then signed', () => {
  const said = {
    unit_id: '38',
    unit_name: 'Thanh Hóa',
    code: 'TONG_THU_LY',
    reason: 'khac' as const,
    comment: 'Khác',
    paper: 103,
    platform: 100,
    said_at: '2026-04-01T08:00:00+07:00',
    said_by: 'an',
  };
  const signature = {unit_id: '38', signed_at: '2026-04-02T08:00:00+07:00', signed_by: 'binh'};
  expect(recordState({rows: [], signatures: []}, '38')).toBe('none');
  expect(recordState({rows: [said], signatures: []}, '38')).toBe('explained');
  expect(recordState({rows: [said], signatures: [signature]}, '38')).toBe('signed');
  expect(recordState({rows: [said], signatures: [signature]}, '14')).toBe('none');
});

const found: SignalRow[] = [
  {unit_id: '48', unit_name: 'Đà Nẵng', signal: 'night_entry', occurrences: 2},
  {unit_id: '14', unit_name: 'Sơn La', signal: 'night_entry', occurrences: 7},
  {unit_id: '14', unit_name: 'Sơn La', signal: 'bulk_entry', occurrences: 1},
];

test('signs stand one line a unit, as they came or by one of them', () => {
  expect(signalsByUnit(found, 'name').map(({unit_name, found: signs}) => [unit_name, signs])).toEqual([
    ['Đà Nẵng', {night_entry: 2}],
    ['Sơn La', {night_entry: 7, bulk_entry: 1}],
  ]);
  expect(signalsByUnit(found, '-night_entry').map(({unit_name}) => unit_name)).toEqual(['Sơn La', 'Đà Nẵng']);
  expect(signalsByUnit(found, 'bulk_entry').map(({unit_name}) => unit_name)).toEqual(['Đà Nẵng', 'Sơn La']);
});

test('where nothing was found there is no sign found most', () => {
  const word = {vi: '', en: ''};
  const sign = (signal: 'night_entry' | 'bulk_entry', occurrences: number) => ({
    signal,
    label: word,
    meaning: word,
    counted: word,
    occurrences,
  });
  expect(mostFound({signals: [sign('night_entry', 0)]})).toBeNull();
  expect(mostFound({signals: [sign('night_entry', 3), sign('bulk_entry', 4)]})?.signal).toBe('bulk_entry');
});
