#!/usr/bin/env node
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {Command, CommanderError, Option} from 'commander';
import {addAccountCommands} from '../api/account-commands.ts';
import {checkDelivery, checkSummary} from './landing/check-delivery.ts';
import {writeDemo, demoNights} from './demo/demo.ts';
import {
  date,
  dates,
  demoScale,
  numberOfSeconds,
  timesOfDay,
  webAddress,
  wholeNumber,
} from './command-values.ts';
import {diskTrouble} from './disk-trouble.ts';
import {BrokenNight, RefusedDelivery, WrongUsage} from './errors.ts';
import {createReporter, type Reporter} from './report.ts';
import type {ContractFormat} from './export-contract.ts';
import {dataFolder as folderOf} from './folders.ts';
import {readCurrent} from './current.ts';
import {datesBetween} from './moments.ts';
import {runNightly, type NightlyOutcome} from './nightly.ts';
import {NightInProgress, withLock} from './lock.ts';
import {findVersion, readVersions, releaseVersion, rollBack, versionLines} from './versions.ts';
import {nightlySummary} from './summary.ts';
import {readStatus} from './status.ts';
import {statusLines} from './status-lines.ts';
import {startWatch, type WatchSettings} from './watch.ts';
import {watchDocument, watchLines} from './watch-log.ts';

/** What the program says of how it went, for scripts (5-interface § 5.1). */
const exitCodes = {done: 0, failed: 1, wrongUsage: 2, refused: 3, held: 4} as const;

const landingFolder = () =>
  new Option('--landing <folder>', 'thư mục các chương trình giao dữ liệu')
    .env('THADS_LANDING')
    .default('.thads/landing');
const dataFolder = () =>
  new Option('--data <folder>', 'thư mục dữ liệu của kho').env('THADS_DATA').default('.thads/data');
const json = () => new Option('--json', 'in một tài liệu JSON ra đầu ra chuẩn');
const port = () =>
  new Option('--port <number>', 'cổng').env('THADS_PORT').default(3000).argParser(wholeNumber);
const host = () => new Option('--host <address>', 'địa chỉ').env('THADS_HOST').default('127.0.0.1');
const publicUrl = () =>
  new Option('--public-url <url>', 'địa chỉ người dùng gõ, khi phía trước có máy chủ TLS')
    .env('THADS_URL')
    .argParser(webAddress);
const state = () =>
  new Option('--state <folder>', 'thư mục tài khoản và nhật ký; mặc định nằm trong thư mục dữ liệu').env(
    'THADS_STATE',
  );

const program = new Command('thads')
  .description('Kho dữ liệu và bảng điều hành Thi hành án dân sự')
  .showHelpAfterError('(thêm --help để xem cách dùng)')
  .exitOverride();

program
  .command('demo')
  .description('viết các bản giao dữ liệu minh họa (không phải số liệu thật)')
  .addOption(landingFolder())
  .addOption(new Option('--scale <number>', 'quy mô; 1 là toàn quốc').default(1).argParser(demoScale))
  .addOption(new Option('--seed <number>', 'hạt giống ngẫu nhiên').default(2026).argParser(wholeNumber))
  .addOption(new Option('--nights <dates>', 'các đêm, cách nhau bằng dấu phẩy').argParser(dates))
  .addOption(new Option('--from <date>', 'từ đêm').argParser(date))
  .addOption(new Option('--to <date>', 'đến đêm').argParser(date))
  .addOption(new Option('--format <format>', 'định dạng tệp').choices(['parquet', 'csv', 'csv.gz']))
  .addOption(json())
  .action(async (options: DemoFlags) => {
    const nights = nightsOf(options);
    const reporter = createReporter(options.json ? 'quiet' : 'people');
    const {folders} = await demoDeliveries({...options, nights}, reporter);
    answer(options, {landing: options.landing, nights, folders, steps: reporter.steps()}, [
      `Đã viết ${folders.length} bản giao minh họa vào ${options.landing}.`,
    ]);
  });

program
  .command('nightly')
  .description('nạp, dựng, kiểm tra và công bố; không nêu ngày thì mọi bản giao đủ mà chưa nạp, cũ trước')
  .addOption(new Option('--date <date>', 'chỉ ngày này').argParser(date))
  .addOption(new Option('--delivery <names...>', 'chỉ các bản giao này, như 2026-03-31/to-chuc-tha'))
  .addOption(landingFolder())
  .addOption(dataFolder())
  .addOption(json())
  .action(async (options: NightlyFlags) => {
    mustExist(options.landing);
    report(options, await runNightly(options, createReporter(options.json ? 'quiet' : 'people')));
  });

program
  .command('watch')
  .description('chạy lượt nạp mỗi khi có bản giao đủ tệp, và theo lịch hằng ngày')
  .addOption(landingFolder())
  .addOption(dataFolder())
  .addOption(
    new Option('--at <times>', 'giờ chạy hằng ngày theo giờ Việt Nam, cách nhau bằng dấu phẩy')
      .default(['02:00'], '02:00')
      .argParser(timesOfDay),
  )
  .addOption(seconds('--settle <seconds>', 'bản giao phải yên bao lâu mới coi là đủ', 3))
  .addOption(seconds('--poll <seconds>', 'bao lâu xem lại thư mục giao một lần', 30))
  .addOption(seconds('--grace <seconds>', 'khi dừng, chờ lượt nạp đang chạy bao lâu', 8))
  .addOption(seconds('--retry <seconds>', 'sau một lượt nạp không thành công, bao lâu chạy lại', 30))
  .addOption(new Option('--json', 'mỗi việc một tài liệu JSON trên một dòng'))
  .action((options: WatchSettings & {json?: true}) => {
    mustExist(options.landing);
    const watch = startWatch(options, (event) => {
      const now = new Date();
      console.log(options.json ? watchDocument(event, now) : watchLines(event, now).join('\n'));
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void watch.stop());
  });

program
  .command('check-delivery <folder>')
  .description('nói trước mọi chỗ sai của một bản giao (<nơi giao>/<ngày>/<chương trình>) mà không nạp gì')
  .addOption(json())
  .action(async (folder: string, options: {json?: true}) => {
    const check = await checkDelivery(folder);
    answer(options, check, checkSummary(check));
    if (!check.wouldLand) process.exitCode = exitCodes.refused;
  });

program
  .command('export-contract')
  .description('viết hợp đồng dữ liệu: mỗi chương trình một tài liệu ODCS 3.1, hoặc một tài liệu Markdown')
  .addOption(new Option('--out <folder>', 'thư mục để viết vào').default('.thads/contract'))
  .addOption(new Option('--format <format>', 'dạng tài liệu').choices(['odcs', 'markdown']).default('odcs'))
  .addOption(json())
  .action(async (options: {out: string; format: ContractFormat; json?: true}) => {
    const {exportContract} = await import('./export-contract.ts');
    const files = await exportContract(options.out, options.format);
    answer(
      options,
      {files},
      files.map((file) => `Đã viết ${file}`),
    );
  });

program
  .command('serve')
  .description('mở API và trang web')
  .addOption(port())
  .addOption(host())
  .addOption(dataFolder())
  .addOption(publicUrl())
  .addOption(state())
  .action(async (options: ServeFlags) => {
    await serve(options);
  });

program
  .command('send-bulletins')
  .description('gửi bản tin và thư cảnh báo đến hạn; máy chủ đang mở cũng tự làm việc này mười phút một lần')
  .addOption(new Option('--dry-run', 'chỉ nói sẽ gửi gì cho ai, không gửi và không ghi nhật ký'))
  .addOption(dataFolder())
  .addOption(state())
  .addOption(publicUrl())
  .addOption(json())
  .action(async (options: SendFlags) => {
    const {sendOnce, sendingLines} = await import('../api/bulletins/send-once.ts');
    const results = await sendOnce(options, process.env);
    answer(options, {letters: results}, sendingLines(results));
    if (results.some(({outcome}) => outcome === 'failed')) process.exitCode = exitCodes.failed;
  });

program
  .command('status')
  .description('phiên bản đang dùng, nguồn của nó, lượt nạp gần nhất và những gì đã thay đổi')
  .addOption(dataFolder())
  .addOption(json())
  .action(async (options: {data: string; json?: true}) => {
    const status = await readStatus(options.data);
    answer(options, status, statusLines(status));
  });

program
  .command('versions')
  .description('các phiên bản đang giữ')
  .addOption(dataFolder())
  .addOption(json())
  .action((options: {data: string; json?: true}) => {
    const folder = folderOf(options.data);
    const inForce = readCurrent(folder)?.version;
    const versions = readVersions(folder);
    answer(options, {in_force: inForce ?? null, versions}, versionLines(versions, inForce));
  });

program
  .command('rollback <version>')
  .description('đưa một phiên bản đã công bố trở lại sử dụng')
  .addOption(dataFolder())
  .addOption(json())
  .action(async (name: string, options: {data: string; json?: true}) => {
    const folder = folderOf(options.data);
    const version = await withLock(folder, () => rollBack(name, folder));
    answer(options, version, [`Đang dùng: đêm ${version.night}, phiên bản ${version.version}.`]);
  });

program
  .command('release <version>')
  .description('công bố một đêm bị giữ lại sau khi đã xem xét')
  .addOption(dataFolder())
  .addOption(json())
  .action(async (name: string, options: {data: string; json?: true}) => {
    const folder = folderOf(options.data);
    const released = await withLock(folder, () =>
      releaseVersion(findVersion(name, folder), readCurrent(folder), folder),
    );
    answer(options, released, [`Đã công bố đêm ${released.night}, phiên bản ${released.version}.`]);
  });

program
  .command('rebuild-history')
  .description('tính lại mọi đêm từ hồ dữ liệu, đêm đầu tiên trước')
  .addOption(dataFolder())
  .addOption(json())
  .action(async (options: {data: string; json?: true}) => {
    const reporter = createReporter(options.json ? 'quiet' : 'people');
    report(options, await runNightly({data: options.data, fromScratch: true}, reporter));
  });

program
  .command('start')
  .description('làm mọi việc cho người mới: dữ liệu minh họa nếu chưa có, một lượt nạp, rồi mở trang web')
  .addOption(landingFolder())
  .addOption(dataFolder())
  .addOption(port())
  .addOption(host())
  .addOption(publicUrl())
  .addOption(state())
  .action(async (options: ServeFlags & {landing: string}) => {
    const reporter = createReporter('people');
    if (!existsSync(options.landing)) {
      reporter.say('Chưa có dữ liệu: tạo dữ liệu minh họa quy mô toàn quốc (không phải số liệu thật).');
      await demoDeliveries({landing: options.landing, scale: 1, seed: 2026, nights: firstNights}, reporter);
    }
    const outcome = await runNightly(options, reporter);
    for (const line of nightlySummary(outcome)) console.log(line);
    await buildWeb(reporter);
    await serve(options);
  });

addAccountCommands(program, {dataFolder, state, json, answer});

interface ServeFlags {
  data: string;
  port: number;
  host: string;
  publicUrl?: URL;
  state?: string;
}

interface SendFlags {
  data: string;
  state?: string;
  publicUrl?: URL;
  dryRun?: true;
  json?: true;
}

interface NightlyFlags {
  date?: string;
  delivery?: string[];
  landing: string;
  data: string;
  json?: true;
}

/** What a newcomer waits for: the course of the campaign with its closing night, in five nights instead of six. */
const firstNights = demoNights.filter((night) => night !== '2026-02-10');

interface DemoFlags {
  landing: string;
  scale: number;
  seed: number;
  nights?: string[];
  from?: string;
  to?: string;
  format?: 'parquet' | 'csv' | 'csv.gz';
  json?: true;
}

function nightsOf({nights, from, to}: DemoFlags): readonly string[] {
  if (nights && (from ?? to)) throw new WrongUsage('Chỉ nêu --nights, hoặc --from và --to.');
  if (nights) return nights;
  if (!from && !to) return demoNights;
  if (!from || !to || from > to)
    throw new WrongUsage('Hãy nêu cả --from và --to, ngày đầu không sau ngày cuối.');
  return datesBetween(from, to);
}

function demoDeliveries(
  options: Omit<DemoFlags, 'nights'> & {nights: readonly string[]},
  reporter: Reporter,
) {
  reporter.begin('Tạo dữ liệu minh họa');
  return writeDemo(options, (message, done) => reporter.progress(done, message)).finally(() =>
    reporter.end(),
  );
}

async function buildWeb(reporter: Reporter): Promise<void> {
  reporter.begin('Dựng trang web');
  const {build} = await import('vite');
  await build({configFile: join(import.meta.dirname, '..', 'web', 'vite.config.ts'), logLevel: 'error'});
  reporter.end();
}

/** Serves until it is told to stop; what serving takes is loaded only now. */
async function serve(options: ServeFlags): Promise<void> {
  const {startServer} = await import('../api/server.ts');
  const {accountLines} = await import('../api/account-lines.ts');
  const {readOidcSettings} = await import('../api/oidc-settings.ts');
  const {readMailSettings} = await import('../api/bulletins/mail-settings.ts');
  const server = await startServer({
    ...options,
    oidc: readOidcSettings(process.env),
    mail: readMailSettings(process.env),
  });
  console.log(`\nMở trình duyệt tại ${server.url}`);
  for (const line of accountLines(server)) console.log(line);
  console.log('Nhấn Ctrl+C để dừng.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

/** Says what became of the nights, and says it to scripts by the exit code. */
function report(options: {json?: true}, outcome: NightlyOutcome): void {
  answer(options, outcome, nightlySummary(outcome));
  if (outcome.broken.length > 0 || outcome.held.length > 0) process.exitCode = exitCodes.held;
  else if (outcome.refused.length > 0) process.exitCode = exitCodes.refused;
}

function answer(options: {json?: true}, document: unknown, lines: readonly string[]): void {
  console.log(options.json ? JSON.stringify(document, null, 2) : lines.join('\n'));
}

function seconds(flags: string, meaning: string, usual: number): Option {
  return new Option(flags, `${meaning}, tính bằng giây`).default(usual).argParser(numberOfSeconds);
}

function mustExist(landing: string): void {
  if (existsSync(landing)) return;
  throw new WrongUsage(`Không có thư mục ${landing}; hãy nêu thư mục giao dữ liệu bằng --landing.`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
  else {
    const known = [WrongUsage, RefusedDelivery, BrokenNight, NightInProgress].some(
      (kind) => error instanceof kind,
    );
    console.error(known ? (error as Error).message : (diskTrouble(error) ?? error));
    process.exitCode =
      error instanceof WrongUsage
        ? exitCodes.wrongUsage
        : error instanceof RefusedDelivery
          ? exitCodes.refused
          : error instanceof BrokenNight
            ? exitCodes.held
            : exitCodes.failed;
  }
}
