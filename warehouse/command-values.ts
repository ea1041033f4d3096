import {InvalidArgumentError} from 'commander';

/** A day as 2026-03-31. */
export function date(text: string): string {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!known || new Date(text).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError(`“${text}” không phải ngày; hãy viết như 2026-03-31.`);
  }
  return text;
}

/** Days between commas, the first one first. */
export function dates(text: string): string[] {
  return text.split(',').map(date).sort();
}

/** Times of day between commas, as 02:00. */
export function timesOfDay(text: string): string[] {
  const times = text.split(',');
  const wrong = times.find((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  if (wrong !== undefined) throw new InvalidArgumentError(`“${wrong}” không phải giờ; hãy viết như 02:00.`);
  return times;
}

/** A span of at most a day. */
export function numberOfSeconds(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 86_400)) {
    throw new InvalidArgumentError(`“${text}” không phải số giây từ 0 đến 86400.`);
  }
  return number;
}

/** How many times the size of the nation. */
export function demoScale(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 100))
    throw new InvalidArgumentError('Quy mô là số lớn hơn 0, không quá 100.');
  return number;
}

/** The address of a site, without a path. */
export function webAddress(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
    throw new InvalidArgumentError(`“${text}” không phải địa chỉ; hãy viết như https://thads.example.vn.`);
  }
  return url;
}

/** A whole number, as a port or a seed. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(`“${text}” không phải số nguyên không âm.`);
  return Number(text);
}
