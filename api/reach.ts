import type {Level} from '../warehouse/metrics.ts';
import type {Asker} from './endpoint.ts';
import {ApiError} from './errors.ts';
import type {Person} from './identity.ts';
import type {OpenVersion} from './open-version.ts';
import {namesPurpose, seesOfficers} from './permissions.ts';
import {standingOf} from './places.ts';

/** What an endpoint may be asked about; each takes some of it. */
interface Asked {
  level?: Level | undefined;
  unit?: string | undefined;
  officer?: string | undefined;
}

/** Refuses a question that is about more than the one who asks may see. */
export async function mustReach(
  asker: Asker,
  asked: Asked,
  {takesUnit}: {takesUnit: boolean},
  version: OpenVersion,
): Promise<void> {
  if (!takesUnit) return;
  if (typeof asker.scope === 'object') await mustBeWithin(asker.scope.province, asked, version);
  if (!seesOfficers.includes(asker.role) && (await isAboutOfficers(asked, version))) {
    throw new ApiError(
      'not_permitted',
      'Số liệu của từng cán bộ chỉ dành cho lãnh đạo, hội đồng và đơn vị quản lý cán bộ đó (Luật 91/2025/QH15, Điều 25).',
    );
  }
}

/** Refuses whoever would see personal data without having said why. */
export function mustHavePurpose({role, purpose}: Person): void {
  if (!namesPurpose.includes(role) || purpose !== undefined) return;
  throw new ApiError(
    'purpose_required',
    'Hãy nêu mục đích xem dữ liệu cá nhân của phiên này trước (Luật 91/2025/QH15).',
  );
}

async function mustBeWithin(
  province: string,
  {level, unit, officer}: Asked,
  version: OpenVersion,
): Promise<void> {
  const outside = () =>
    new ApiError(
      'not_permitted',
      `Bạn chỉ được xem số liệu của tỉnh ${province}; hãy thêm unit=${province} hoặc mã một đơn vị của tỉnh.`,
    );
  if (unit === undefined || level === 'nation') throw outside();
  for (const place of [unit, ...(officer === undefined ? [] : [officer])]) {
    const [found] = await version.rows<{province_id: string}>('province_of', {unit: place});
    // A unit nobody knows is told apart from another province's to nobody.
    if (found?.province_id !== province) throw outside();
  }
}

async function isAboutOfficers({level, unit, officer}: Asked, version: OpenVersion): Promise<boolean> {
  if (level === 'officer' || officer !== undefined) return true;
  return unit !== undefined && (await standingOf(unit, version)) === 'officer';
}
