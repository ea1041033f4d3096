import {randomBytes, scrypt, timingSafeEqual, type ScryptOptions} from 'node:crypto';

/** What a password must be; long is what counts. */
export const shortestPassword = 12;
const longestPassword = 128;
const fewestLetters = 5;

/** One of the settings OWASP holds equal, the one of 32 MB: strangers signing in must not use up the memory. */
const cost = {N: 2 ** 15, r: 8, p: 3} as const;
const hashBytes = 32;

/** What is wrong with a password as a sentence; nothing when it will do. */
export function weaknessOf(password: string, account: string): string | undefined {
  const text = normalised(password);
  const length = [...text].length;
  if (length < shortestPassword) return `Mật khẩu cần ít nhất ${shortestPassword} ký tự; một câu ngắn là đủ.`;
  if (length > longestPassword) return `Mật khẩu dài nhất ${longestPassword} ký tự.`;
  if (text.toLowerCase().includes(account.toLowerCase())) return 'Mật khẩu không được chứa tên đăng nhập.';
  if (new Set(text).size < fewestLetters || isRow(text)) {
    return 'Mật khẩu này quá dễ đoán (ký tự lặp lại hoặc liên tiếp); hãy chọn một câu khác.';
  }
  return undefined;
}

/** What the state keeps of a password: the settings, the salt and the hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether a password is the one that was hashed; without a hash it takes as long and is not. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? nobodys).split('$');
  const settings = {N: Number(N), r: Number(r), p: Number(p)};
  const derived = await derive(password, Buffer.from(salt, 'base64url'), settings);
  const expected = Buffer.from(hash, 'base64url');
  return timingSafeEqual(derived, expected) && kept !== null;
}

/** What an account nobody has is compared with. */
const nobodys = ['scrypt', cost.N, cost.r, cost.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

let last: Promise<unknown> = Promise.resolve();

/** One at a time: hashing takes a thread of the small pool that queries and files share. */
function derive(password: string, salt: Buffer, settings: ScryptOptions): Promise<Buffer> {
  const turn = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(normalised(password), salt, hashBytes, {...settings, maxmem: 2 ** 27}, (error, hash) => {
          if (error) reject(error);
          else resolve(hash);
        });
      }),
  );
  last = turn.catch(() => undefined);
  return turn;
}

/** The same letters are the same password, however a keyboard composes them. */
const normalised = (password: string) => password.normalize('NFC');

/** Whether each letter follows the one before or repeats it: 123456789012, abcdefghijkl. */
function isRow(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0)!);
  return codes.every((code, i) => {
    const before = codes[i - 1] ?? code;
    return Math.abs(code - before) <= 1 || text.slice(i - 1, i + 1) === '90';
  });
}
