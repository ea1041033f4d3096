import {createHash, randomBytes} from 'node:crypto';

/** A text nobody can guess: 256 bits, in letters that may stand in a header. */
export const createSecret = (): string => randomBytes(32).toString('base64url');

/** What the state keeps of a secret. A secret is random throughout, so one round is enough: there is nothing to try. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
