/** So many of a thing in English: 1 letter, 2 letters. */
export const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`;
