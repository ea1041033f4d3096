import type {ProvinceRow, Status} from '../../api/answers.ts';
import type {Measure} from '../state.ts';

/** How far a tile is from complete, 0 (complete) to 4 (below the floor); null without a figure. */
export type TileTint = 0 | 1 | 2 | 3 | 4 | null;

/** What the tile of a province shows: its figure, how it stands, and how strongly it is tinted. */
export interface TileValue {
  value: number | null;
  status: Status;
  tint: TileTint;
}

/** The figure of a province by the measure chosen for the map. */
export function tileValue(province: ProvinceRow, measure: Measure): TileValue {
  const {completion, money, files_missing} = province;
  if (measure === 'missing') {
    return {
      value: completion.value === null ? null : files_missing,
      status: completion.status,
      tint:
        completion.value === null ? null : completion.status === 'missed' ? 4 : missingTint(files_missing),
    };
  }
  const {value, status} = measure === 'money' ? money : completion;
  return {value, status, tint: status === 'missed' ? 4 : rateTint(value)};
}

function rateTint(value: number | null): TileTint {
  if (value === null) return null;
  if (value === 1) return 0;
  return value >= 0.99 ? 1 : value >= 0.9 ? 2 : 3;
}

function missingTint(files: number): TileTint {
  if (files === 0) return 0;
  return files < 50 ? 1 : files < 200 ? 2 : 3;
}
