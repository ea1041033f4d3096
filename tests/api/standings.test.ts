import {expect, test} from 'vitest';
import {standingsOf} from '../../api/routes/pages/unit-standings.ts';
import {Figures, type Count} from '../../api/tracked-figures.ts';

const night = '2026-03-31';

/** Five provinces with 90, 80, 70, 60 and 50 of 100 files. */
const provinces = ['P90', 'P80', 'P70', 'P60', 'P50'].map((unit_id) => ({unit_id}));
const figures = new Figures(
  provinces.map(({unit_id}): Count => ({
    metric_id: 'completion_rate',
    unit_id,
    night,
    numerator: Number(unit_id.slice(1)),
    denominator: 100,
  })),
  {find: () => null},
  {night, compared: null, drawn: []},
);

test('a province is compared with all, and with the others of its size but not with itself', () => {
  const peers = {size_band: 'vừa', units: ['P90', 'P50']};
  expect(standingsOf(figures, {unit: 'P60', provinces, peers}, night)).toEqual([
    {
      metric: 'completion_rate',
      rank: 4,
      of: 5,
      median: 0.7,
      peers: {size_band: 'vừa', of: 2, median: 0.7},
    },
  ]);
});

test('a province that is the only one of its size has none to be compared with', () => {
  const [standing] = standingsOf(
    figures,
    {unit: 'P60', provinces, peers: {size_band: 'lớn', units: []}},
    night,
  );
  expect(standing?.peers).toBeNull();
});
