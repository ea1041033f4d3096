/** An office's name without what every office's name says, its province still in it: Phòng khu vực 1 - Tây Ninh. */
export const plainOfficeName = (name: string): string =>
  name
    .replace('Phòng Thi hành án dân sự ', 'Phòng ')
    .replace(/ - Thi hành án dân sự (tỉnh |thành phố )?/, ' - ');

/** An office's name inside its own province: Phòng khu vực 1. */
export const shortOfficeName = (name: string): string => plainOfficeName(name).replace(/ - [^-]+$/, '');
