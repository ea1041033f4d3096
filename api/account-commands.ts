import {userInfo} from 'node:os';
import {text} from 'node:stream/consumers';
import {InvalidArgumentError, Option, type Command} from 'commander';
import {isRole, roleNames, roles, type Role, type Standing} from './roles.ts';
import {
  changePassword,
  changeRole,
  createAccount,
  disableAccount,
  enableAccount,
  inventPassword,
  listAccounts,
  system,
  type Account,
  type Actor,
} from './state/accounts.ts';
import {searchAudit, type AuditSearch} from './state/audit.ts';
import {openStore, stateFolder, type Store} from './state/store.ts';
import {createToken, listTokens, revokeToken, type Token} from './state/tokens.ts';
import {anchorAudit, verifyAudit} from './state/verify-audit.ts';

/** The options that every command of the program has in common, and how it answers. */
export interface Shared {
  dataFolder: () => Option;
  state: () => Option;
  json: () => Option;
  answer: (options: {json?: true}, document: unknown, lines: readonly string[]) => void;
}

interface Flags {
  data: string;
  state?: string;
  json?: true;
}

type StandingFlags = Flags & {role: Role; province?: string};

/** Adds the commands for accounts, tokens and the audit log to the program. */
export function addAccountCommands(program: Command, shared: Shared): void {
  addUserCommands(program.command('user').description('tài khoản của người dùng'), shared);
  addTokenCommands(program.command('token').description('token cho chương trình gọi API'), shared);
  addAuditCommands(program.command('audit').description('nhật ký: ai đã làm gì, xem gì'), shared);
}

function addUserCommands(user: Command, shared: Shared): void {
  const {answer} = shared;
  common(user.command('add <account>'), shared)
    .description('tạo tài khoản và in mật khẩu ban đầu ở dòng cuối')
    .requiredOption('--name <full name>', 'họ tên')
    .addOption(role())
    .addOption(province())
    .option('--password-stdin', 'đọc mật khẩu từ đầu vào chuẩn thay vì tự sinh')
    .action(async (id: string, flags: StandingFlags & {name: string; passwordStdin?: true}) => {
      const given = flags.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
      const password = given ?? inventPassword();
      const wanted = {id, full_name: flags.name, password, ...standingOf(flags)};
      const account = await withStore(flags, (store, by) => createAccount(store, wanted, by));
      const shown = given === undefined ? {...account, password} : account;
      answer(flags, shown, [
        `Đã tạo tài khoản ${lineOf(account)}.`,
        ...(given === undefined ? [password] : []),
      ]);
    });
  common(user.command('list'), shared)
    .description('mọi tài khoản, kể cả đã khóa')
    .action(async (flags: Flags) => {
      const accounts = await withStore(flags, listAccounts);
      answer(flags, accounts, accounts.length > 0 ? accounts.map(lineOf) : ['Chưa có tài khoản nào.']);
    });
  common(user.command('role <account>'), shared)
    .description('đổi vai trò; các phiên đang mở của người đó kết thúc')
    .addOption(role())
    .addOption(province())
    .action(async (id: string, flags: StandingFlags) => {
      const account = await withStore(flags, (store, by) => changeRole(store, id, standingOf(flags), by));
      answer(flags, account, [`Nay là ${lineOf(account)}.`]);
    });
  common(user.command('password <account>'), shared)
    .description('cấp mật khẩu mới và in ra ở dòng cuối; các phiên đang mở của người đó kết thúc')
    .action(async (id: string, flags: Flags) => {
      const password = inventPassword();
      await withStore(flags, (store, by) => changePassword(store, id, password, by));
      answer(flags, {id, password}, [`Mật khẩu mới của ${id}:`, password]);
    });
  for (const [name, meaning, change, done] of [
    ['disable', 'khóa tài khoản; các phiên đang mở của người đó kết thúc', disableAccount, 'Đã khóa'],
    ['enable', 'mở lại tài khoản', enableAccount, 'Đã mở lại'],
  ] as const) {
    common(user.command(`${name} <account>`), shared)
      .description(meaning)
      .action(async (id: string, flags: Flags) => {
        const account = await withStore(flags, (store, by) => change(store, id, by));
        answer(flags, account, [`${done} ${lineOf(account)}.`]);
      });
  }
}

function addTokenCommands(token: Command, shared: Shared): void {
  const {answer} = shared;
  common(token.command('add'), shared)
    .description('tạo token và in một mình nó ở dòng cuối; không xem lại được')
    .requiredOption('--name <name>', 'token dùng để làm gì')
    .addOption(role())
    .addOption(province())
    .option('--until <date>', 'ngày cuối cùng có hiệu lực; mặc định sau một năm', date)
    .option('--purpose <text>', 'mục đích xem dữ liệu cá nhân, với vai trò phan_tich_pii')
    .action(async (flags: StandingFlags & {name: string; until?: string; purpose?: string}) => {
      const {name, until, purpose} = flags;
      const wanted = {
        name,
        ...standingOf(flags),
        ...(until === undefined ? {} : {until}),
        ...(purpose === undefined ? {} : {purpose}),
      };
      const made = await withStore(flags, (store, by) => createToken(store, wanted, by));
      answer(flags, {...made.token, secret: made.secret}, [
        `Đã tạo token ${tokenLine(made.token)}. Hãy cất dòng dưới, không xem lại được.`,
        made.secret,
      ]);
    });
  common(token.command('list'), shared)
    .description('mọi token, mới nhất trước')
    .action(async (flags: Flags) => {
      const tokens = await withStore(flags, listTokens);
      answer(flags, tokens, tokens.length > 0 ? tokens.map(tokenLine) : ['Chưa có token nào.']);
    });
  common(token.command('revoke <token>'), shared)
    .description('thu hồi một token, theo mã của nó')
    .action(async (id: string, flags: Flags) => {
      const revoked = await withStore(flags, (store, by) => revokeToken(store, id, by));
      answer(flags, revoked, [`Đã thu hồi token ${tokenLine(revoked)}.`]);
    });
}

function addAuditCommands(audit: Command, shared: Shared): void {
  const {answer} = shared;
  common(audit.command('verify'), shared)
    .description('xem từng mục có còn nguyên, đúng thứ tự và khớp các đầu nhật ký đã lưu ngoài không')
    .action(async (flags: Flags) => {
      const verdict = await withStore(flags, (store) => verifyAudit(store));
      const {entries, anchors, broken} = verdict;
      answer(flags, verdict, [
        broken?.reason ?? `Nhật ký nguyên vẹn: ${entries} mục, ${anchors} đầu đã lưu.`,
      ]);
      if (broken) process.exitCode = 1;
    });
  common(audit.command('search'), shared)
    .description('ai đã làm gì, ai đã xem một đối tượng trong khoảng thời gian; mới nhất trước')
    .option('--subject <text>', 'đối tượng, ví dụ account:an.nguyen')
    .option('--actor <text>', 'người hoặc token')
    .option('--action <text>', 'việc, ví dụ session.begin')
    .option('--from <moment>', 'từ thời điểm', moment)
    .option('--to <moment>', 'đến thời điểm', moment)
    .option('--limit <number>', 'nhiều nhất bao nhiêu mục', limit, 100)
    .action(async (flags: Flags & AuditSearch) => {
      const entries = await withStore(flags, (store) => searchAudit(store, flags));
      answer(
        flags,
        entries,
        entries.length > 0
          ? entries.map((entry) => {
              const {id, at, actor, action, subject, outcome, details} = entry;
              return `${id}  ${at}  ${actor}  ${action}  ${subject}  ${outcome}  ${JSON.stringify(details)}`;
            })
          : ['Không có mục nào.'],
      );
    });
}

const common = (command: Command, {dataFolder, state, json}: Shared): Command =>
  command.addOption(dataFolder()).addOption(state()).addOption(json());

async function withStore<T>(
  {data, state}: Flags,
  work: (store: Store, by: Actor) => T | Promise<T>,
): Promise<T> {
  const store = openStore(stateFolder(data, state));
  try {
    const result = await work(store, {...system, actor: whoRunsThis()});
    anchorAudit(store);
    return result;
  } finally {
    store.close();
  }
}

/** Whoever may run this may do anything here, so the log says at least as which user of the machine. */
function whoRunsThis(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // In a container the user may have a number and no name.
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}

function standingOf({role, province}: {role: Role; province?: string}): Standing {
  return {role, ...(province === undefined ? {} : {province})};
}

const role = () =>
  new Option('--role <role>', `vai trò: ${roles.map((name) => `${name} (${roleNames[name]})`).join(', ')}`)
    .makeOptionMandatory()
    .argParser((name) => {
      if (isRole(name)) return name;
      throw new InvalidArgumentError(`Không có vai trò “${name}”; chỉ có ${roles.join(', ')}.`);
    });

const province = () => new Option('--province <code>', 'mã tỉnh hai chữ số, với vai trò tinh');

function date(written: string): string {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written));
  if (!known) throw new InvalidArgumentError(`“${written}” không phải ngày; hãy viết như 2026-12-31.`);
  return written;
}

function moment(written: string): string {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(written) && !Number.isNaN(Date.parse(written))) {
    return written;
  }
  throw new InvalidArgumentError(
    `“${written}” không phải thời điểm; hãy viết như 2026-03-31T08:00:00+07:00.`,
  );
}

function limit(written: string): number {
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  throw new InvalidArgumentError(`“${written}” không phải số từ 1 đến 999999.`);
}

const lineOf = ({id, full_name, role: held, province: place, disabled_at}: Account): string =>
  `${id}  ${full_name}  ${held}${place === undefined ? '' : ` ${place}`}${disabled_at === null ? '' : `  đã khóa ${disabled_at}`}`;

const tokenLine = ({id, name, role: held, province: place, until, revoked_at}: Token): string =>
  `${id}  ${name}  ${held}${place === undefined ? '' : ` ${place}`}  đến ${until}${revoked_at === null ? '' : `  đã thu hồi ${revoked_at}`}`;
