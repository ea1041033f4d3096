import {expect, test} from 'vitest';
import type {MovedRow, RankingChangesAnswer} from '../../api/answers.ts';
import {rankMoves} from '../../web/findings/rank-moves.ts';

const rows = [
  {unit_id: '01', rank: 2, moved: 3},
  {unit_id: '02', rank: 5, moved: -1},
  {unit_id: '03', rank: 7, moved: 0},
  {unit_id: '04', rank: 9, moved: null},
  {unit_id: '05', rank: null, moved: null},
] as MovedRow[];
const changes = (other_night: string | null) => ({other_night, rows}) as RankingChangesAnswer;

test('says of each how far it moved, and who has a rank for the first time', () => {
  expect([...rankMoves(changes('2026-03-24'))]).toEqual([
    ['01', '▲ 3'],
    ['02', '▼ 1'],
    ['03', '='],
    ['04', 'mới'],
    ['05', '–'],
  ]);
});

test('calls nobody new where there is no other night', () => {
  expect(rankMoves(changes(null)).size).toBe(0);
  expect(rankMoves(null).size).toBe(0);
});
