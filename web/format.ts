import type {Language} from '../api/answers.ts';
import {language} from './labels/words.ts';

const locales: Record<Language, string> = {vi: 'vi-VN', en: 'en-GB'};

/** Vietnam's clock is seven hours before UTC all year round. */
const vietnamOffset = 7 * 3_600_000;

/** Each is made once: making one takes a hundred times as long as using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

/** A whole number as the reader's language groups it: 685.231. */
export function formatCount(value: number): string {
  return number(value, 0);
}

/** A whole number with its sign: +1.204, −3, and 0 without one. */
export function formatSignedCount(value: number): string {
  return signed(value, formatCount(Math.abs(value)));
}

/** A fraction of 1 as a percentage: 99,56%; only a whole is 100%, only nothing is 0%. */
export function formatRate(value: number): string {
  return `${value === 0 || value === 1 ? String(value * 100) : formatPercentNumber(value)}%`;
}

/** A rate beside the limit it is judged by: what is below the limit does not reach it by rounding. */
export function formatRateBeside(limit: number, value: number): string {
  const reaches = value < limit && Math.round(value * 10_000) >= Math.round(limit * 10_000);
  return formatRate(reaches ? Math.floor(value * 10_000) / 10_000 : value);
}

/** A fraction of 1 as a percentage without its sign and always with two decimals, for columns: 100,00. */
export function formatPercentNumber(value: number): string {
  return number(hundredthsOfPercent(value) / 100, 2);
}

/** A limit, as letters write it: 5%, 99,5%. */
export function formatLimit(value: number): string {
  return `${numberFormat(0, 2).format(value * 100)}%`;
}

/** The difference of two rates in percentage points, with its sign and without its unit: +0,12. */
export function formatPoints(difference: number): string {
  const hundredths = Math.round(Math.abs(difference) * 10_000);
  // Two sums of fractions may differ by less than any file makes; a real change shows at least 0,01.
  if (Math.abs(difference) < 1e-9) return number(0, 2);
  return signed(difference, number(Math.max(hundredths, 1) / 100, 2));
}

/** A number with so many decimals: 12,5. */
export function formatDecimal(value: number, decimals: number): string {
  return number(value, decimals);
}

/** The room that something takes: 512 kB, 340,2 MB, 1,2 GB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.ceil(bytes / 1e3), 0)} kB`;
  return bytes < 1e9 ? `${number(bytes / 1e6, 1)} MB` : `${number(bytes / 1e9, 1)} GB`;
}

/** A date as the letters write it: 31/3/2026. */
export function formatDate(date: string): string {
  const [year, month, day] = parts(date);
  return language() === 'vi' ? `${day}/${month}/${year}` : `${day} ${monthName(date)} ${year}`;
}

/** A day and month: 31/3. */
export function formatDay(date: string): string {
  const [, month, day] = parts(date);
  return language() === 'vi' ? `${day}/${month}` : `${day} ${monthName(date)}`;
}

/** A moment as it was in Vietnam, whatever offset it is written with: 02:14 1/4. */
export function formatMoment(moment: string): string {
  return `${formatTime(moment)} ${formatDay(inVietnam(moment))}`;
}

/** The time of a moment in Vietnam: 02:14. */
export function formatTime(moment: string): string {
  return inVietnam(moment).slice(11, 16);
}

/** Days from one date to another; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / 86_400_000);
}

function hundredthsOfPercent(value: number): number {
  const rounded = Math.round(value * 10_000);
  if (value < 1 && rounded >= 10_000) return 9_999;
  if (value > 0 && rounded <= 0) return 1;
  return rounded;
}

function number(value: number, decimals: number): string {
  return numberFormat(decimals, decimals).format(value).replace('-', '−');
}

function numberFormat(least: number, most: number): Intl.NumberFormat {
  const locale = locales[language()];
  const key = `${locale} ${least} ${most}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {minimumFractionDigits: least, maximumFractionDigits: most});
    numberFormats.set(key, format);
  }
  return format;
}

/** Day and time that a clock in Vietnam showed: 2026-04-01T02:14. */
function inVietnam(moment: string): string {
  return new Date(Date.parse(moment) + vietnamOffset).toISOString().slice(0, 16);
}

function signed(value: number, magnitude: string): string {
  if (value === 0) return magnitude;
  return `${value > 0 ? '+' : '−'}${magnitude}`;
}

function parts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  return [year, month, day];
}

function utc(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}

function monthName(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', month: 'short'}).format(utc(date));
}
