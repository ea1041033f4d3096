import {language} from '../labels/words.ts';

const locales = {
  vi: {decimal: ',', thousands: '.', grouping: [3], currency: ['', ' đ'] as [string, string]},
  en: {decimal: '.', thousands: ',', grouping: [3], currency: ['', ' đ'] as [string, string]},
};

/** How axes write their numbers in the language of the page: 685.231 or 685,231. */
export const numberLocale = () => locales[language()];
