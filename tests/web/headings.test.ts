import {describe, expect, test} from 'vitest';
import type {Figure, MetricRow} from '../../api/answers.ts';
import {changeOfFigure} from '../../web/findings/card-change.ts';
import {headingOfCoverage, headingOfIdentity} from '../../web/findings/money-headings.ts';
import {headingOfOffices} from '../../web/findings/office-order.ts';

describe('a heading about nothing does not say that all is well', () => {
  test('where there are no money items', () => {
    const items = (all: number, due: number) => ({
      items: all,
      items_due: due,
      items_enforced: all,
      items_outstanding: all,
    });
    expect(headingOfCoverage(items(0, 0), 'due')).toBe('Chưa có khoản tiền nào của hồ sơ có tiền');
    expect(headingOfCoverage(items(8, 8), 'due')).toBe('Phải thi hành: mọi khoản đã có số');
    expect(headingOfCoverage(items(8, 6), 'due')).toBe('Phải thi hành: 75,00% khoản đã có số; thiếu 2 khoản');
  });

  test('where no item has all three amounts', () => {
    expect(headingOfIdentity({whole_items: 0, broken_items: 0})).toBe(
      'Chưa có khoản nào có đủ ba số để kiểm tra',
    );
    expect(headingOfIdentity({whole_items: 5, broken_items: 0})).toBe('Cả 5 khoản có đủ ba số đều khớp');
  });

  test('where no office has files with money', () => {
    const office = (numerator: number, denominator: number): MetricRow => ({
      unit_id: '38.KV01',
      unit_name: 'Phòng Thi hành án dân sự khu vực 1',
      numerator,
      denominator,
      value: denominator === 0 ? null : numerator / denominator,
      status: 'no_target',
    });
    expect(headingOfOffices([office(0, 0)])).toBe('Chưa phòng nào có hồ sơ có tiền');
    expect(headingOfOffices([office(3, 3), office(0, 0)])).toBe(
      'Mọi phòng có hồ sơ có tiền đã nhập đủ dữ liệu tiền',
    );
    expect(headingOfOffices([office(1, 3)])).toBe('Phòng khu vực 1 thiếu tiền nhiều nhất: 2 hồ sơ');
  });
});

describe('the change on a card', () => {
  const figure = (numerator: number, denominator: number): Figure => ({
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    status: 'no_target',
  });
  const change = (now: Figure, previous: Figure | null | undefined, night: string | null) =>
    changeOfFigure(previous === undefined ? now : {...now, previous}, 'hồ sơ', night);

  test('is told since the night compared with', () => {
    expect(change(figure(95, 100), figure(90, 100), '2026-03-24')).toContain('+5,00');
    expect(change(figure(95, 100), null, null)).toBe('chưa có đêm để so sánh');
  });

  test('names a night without figures, and does not say that there was no night', () => {
    expect(change(figure(95, 100), figure(0, 0), '2026-03-24')).toBe('Đêm 24/3 chưa có số liệu để so sánh');
  });

  test('of no figure is nothing, and nothing lacks in it', () => {
    expect(change(figure(0, 0), figure(1, 2), '2026-03-24')).toBe('');
    expect(change(figure(0, 0), undefined, null)).toBe('');
    expect(change(figure(95, 100), undefined, null)).toContain('5 hồ sơ');
  });
});
