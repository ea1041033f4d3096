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
 * writing of files, no network. It gives up its user by itself, once it has opened its file.
 */
export function startSandboxed(
  arguments_: readonly string[],
  memory: number,
  script = program,
): ChildProcess {
  const {words, ownRoot} = wrapping();
  const limits = prlimit === undefined ? [] : [prlimit, `--data=${standingData + memory}`, ...fixedLimits];
  const [command = '', ...rest] = [
    ...words,
    ...limits,
    process.execPath,
    `--max-old-space-size=${heapMegabytes}`,
    script,
    ...arguments_,
    ownRoot ? 'own-root' : 'no-own-root',
  ];
  return spawn(command, rest, {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Not `advanced`: what comes from there may be anything, and JSON can be nothing but JSON.
    serialization: 'json',
  });
}

/** No file may grow, no memory be left behind; the rest is what a query has open. */
const fixedLimits = ['--fsize=0', '--core=0', '--nofile=256'];

/** The memory a process has in use now, in bytes; zero where the system does not tell. */
export function residentMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const prlimit = findProgram('prlimit');
const unshare = findProgram('unshare');

/** How to run something without a network; found out once. */
function wrapping(): Wrapping {
  wrapped ??= ways.find(({words: [command, ...rest]}) => command && runs(command, [...rest, 'true'])) ?? bare;
  return wrapped;
}

interface Wrapping {
  words: readonly string[];
  /** It is root in a world of its own, and nobody outside: there is no other user to become. */
  ownRoot: boolean;
}

let wrapped: Wrapping | undefined;
const bare: Wrapping = {words: [], ownRoot: false};
const ways: readonly Wrapping[] =
  unshare === undefined
    ? []
    : [
        {words: [unshare, '--net', '--'], ownRoot: false},
        {words: [unshare, '--map-root-user', '--net', '--'], ownRoot: true},
      ];

const runs = (command: string, words: readonly string[]) =>
  spawnSync(command, words, {stdio: 'ignore', timeout: 2_000}).status === 0;

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
