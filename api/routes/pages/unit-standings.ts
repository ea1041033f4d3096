import type {Unit} from '../../answers.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {UnitStanding} from '../../page-schemas.ts';
import type {Figures} from '../../tracked-figures.ts';

/** The provinces of a size, by the bands of the campaign, without the one they are the peers of. */
export interface Peers {
  size_band: string | null;
  units: readonly string[];
}

const ranked = ['completion_rate', 'money_coverage', 'quality_score', 'petition_completion_rate'] as const;

/** The provinces of the same size as a province; none where no campaign tells sizes. */
export async function readPeers(version: OpenVersion, id: string): Promise<Peers> {
  if (!version.has('marts.candidates')) return {size_band: null, units: []};
  const sizes = await version.rows<{unit_id: string; size_band: string}>('province_sizes');
  const size_band = sizes.find(({unit_id}) => unit_id === id)?.size_band ?? null;
  return {
    size_band,
    units: sizes
      .filter((other) => other.size_band === size_band && other.unit_id !== id)
      .map(({unit_id}) => unit_id),
  };
}

/** A province's rank among all, and the medians it is compared with: of all, and of the others of its size. */
export function standingsOf(
  figures: Figures,
  {unit, provinces, peers}: {unit: string; provinces: readonly Pick<Unit, 'unit_id'>[]; peers: Peers},
  night: string,
): UnitStanding[] {
  return ranked.flatMap((metric) => {
    const own = figures.at(metric, unit, night).value;
    if (own === null) return [];
    const valuesOf = (units: readonly string[]) =>
      units.flatMap((id) => figures.at(metric, id, night).value ?? []);
    const all = valuesOf(provinces.map(({unit_id}) => unit_id));
    const others = valuesOf(peers.units);
    return [
      {
        metric,
        rank: 1 + all.filter((value) => value > own).length,
        of: all.length,
        median: medianOf(all),
        peers:
          peers.size_band === null || others.length === 0
            ? null
            : {size_band: peers.size_band, of: others.length, median: medianOf(others)},
      },
    ];
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
