import {dataFolder} from '../../warehouse/folders.ts';
import {openStore, stateFolder} from '../state/store.ts';
import {Versions} from '../versions.ts';
import {openMailer} from './mailer.ts';
import {readMailSettings} from './mail-settings.ts';
import {sendBulletins, type SendingResult} from './send-bulletins.ts';

/** Sends what is due once, as the command does it; a server may be running beside it. */
export async function sendOnce(
  {data, state, publicUrl, dryRun}: {data: string; state?: string; publicUrl?: URL; dryRun?: true},
  env: Readonly<Record<string, string | undefined>>,
): Promise<SendingResult[]> {
  const settings = readMailSettings(env);
  const report = (error: unknown) => console.error(error);
  const store = openStore(stateFolder(data, state));
  const versions = await Versions.follow(dataFolder(data), report);
  const mailer = settings && openMailer(settings);
  try {
    return await sendBulletins({
      versions,
      store,
      mailer,
      publicUrl,
      now: () => new Date(),
      report,
      isDryRun: dryRun ?? false,
    });
  } finally {
    mailer?.close();
    await versions.close();
    store.close();
  }
}

const outcomeWords: Readonly<Record<SendingResult['outcome'], string>> = {
  sent: 'đã gửi',
  would_send: 'sẽ gửi',
  failed: 'gửi không được',
  not_sent: 'chưa gửi',
};

const bulletinWords = {weekly: 'tờ tin tuần', province: 'bản tin tỉnh', alerts: 'thư cảnh báo'} as const;

/** What became of each letter, for people. */
export const sendingLines = (results: readonly SendingResult[]): string[] =>
  results.length === 0
    ? ['Không có thư nào đến hạn.']
    : results.map(
        ({account, bulletin, outcome, reason}) =>
          `${account}: ${bulletinWords[bulletin]} – ${outcomeWords[outcome]}${reason === null ? '' : `. ${reason}`}`,
      );
