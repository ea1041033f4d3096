import type {QuotaAnswer} from '../../api/answers.ts';

/** What a province's quota depends on, as it stands: its size, and the places that follow from it. */
export interface KnownSize {
  province: string;
  name: string;
  basis: NonNullable<QuotaAnswer['basis']>;
  size: number;
  quota: number;
  letter: string;
  clause: string;
}

/** The sizes that quotas depend on, each once, by the name of the province. */
export function knownSizes(quotas: readonly QuotaAnswer[]): KnownSize[] {
  const found = new Map<string, KnownSize>();
  for (const {province_id, proposer_name, basis, basis_size, quota, letter, clause} of quotas) {
    if (province_id === null || basis === null || basis_size === null) continue;
    const size = {province: province_id, name: proposer_name, basis, size: basis_size, quota, letter, clause};
    found.set(`${province_id} ${basis}`, size);
  }
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
}
