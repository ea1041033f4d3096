import {Cron} from 'croner';
import {sendBulletins, type SendingParts} from './send-bulletins.ts';

/** Sends what is due, over and over, until it is stopped. */
export interface Posting {
  /** Resolves when the letter in hand has gone out. */
  stop(): Promise<void>;
}

/** Looks every ten minutes in Vietnam what is due, one look at a time. */
export function startPosting(parts: SendingParts): Posting {
  const stopping = new AbortController();
  let sending: Promise<unknown> = Promise.resolve();
  const cron = new Cron('0 */10 * * * *', {timezone: 'Asia/Ho_Chi_Minh', protect: true, unref: true}, () => {
    sending = sendBulletins({...parts, signal: stopping.signal}).catch(parts.report);
    return sending as Promise<void>;
  });
  return {
    async stop() {
      cron.stop();
      stopping.abort();
      await sending;
      parts.mailer?.close();
    },
  };
}
