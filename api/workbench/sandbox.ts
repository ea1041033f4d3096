import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {accessSync, constants, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** The program of the process in which one query runs. */
const program = join(import.meta.dirname, 'query-child.ts');

/** What is counted as data before a query has any: heaps, and stacks of threads, most of it never touched. */
const standingData = 800_000_000;

const heapMegabytes = 256;

/**
 * Starts a process of ours with as few rights as the system can take away: no environment, a limit on its memory, no
 * writing of files, no network. Of root it gives up the user by itself, once it has opened its file.
 */
export function startSandboxed(
  arguments_: readonly string[],
  memory: number,
  script = program,
): ChildProcess {
  const [command = '', ...rest] = [
    ...withoutNetwork(),
    ...withLimits(memory),
    process.execPath,
    `--max-old-space-size=${heapMegabytes}`,
    script,
    ...arguments_,
    isRoot ? 'of-root' : 'of-nobody-special',
  ];
  return spawn(command, rest, {
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Not `advanced`: what comes from there may be anything, and JSON can be nothing but JSON.
    serialization: 'json',
  });
}

const isRoot = process.getuid?.() === 0;

/** Windows starts nothing without knowing where it is. */
const environment =
  process.platform === 'win32' ? {SystemRoot: process.env['SystemRoot'] ?? 'C:\\Windows'} : {};

/** The memory a process has in use now, in bytes; zero where the system does not tell. */
export function residentMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** No file may grow, no memory be left behind; the rest is what a query has open. */
function withLimits(memory: number): readonly string[] {
  const limited = (data: number) =>
    prlimit === undefined ? [] : [prlimit, `--data=${data}`, '--fsize=0', '--core=0', '--nofile=256'];
  mayLimit ??= runs(limited(standingData));
  return mayLimit ? limited(standingData + memory) : [];
}

/** A user of no rank has to be root of a world of its own to leave the network out of it. */
function withoutNetwork(): readonly string[] {
  const apart = unshare === undefined ? [] : [unshare, ...(isRoot ? [] : ['--map-root-user']), '--net', '--'];
  mayBeApart ??= runs(apart);
  return mayBeApart ? apart : [];
}

/** What the system allows is found out once. */
let mayLimit: boolean | undefined;
let mayBeApart: boolean | undefined;

const prlimit = findProgram('prlimit');
const unshare = findProgram('unshare');

const runs = ([command, ...words]: readonly string[]) =>
  command !== undefined &&
  spawnSync(command, [...words, process.execPath, '--version'], {stdio: 'ignore', timeout: 5_000}).status ===
    0;

function findProgram(name: string): string | undefined {
  return ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
