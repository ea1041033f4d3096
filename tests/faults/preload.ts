/**
 * Loaded before a program (`node --import`), it makes one file operation go wrong: of all the calls that touch the
 * folder `FAULT_ROOT`, in this process and those it starts, the `FAULT_AT`-th fails with the code `FAULT_KIND`, or the
 * process dies there when that is `kill`. Each call is a line of the file `FAULT_LOG`: a log with fewer lines means
 * that nothing went wrong. `FAULT_COPY` is a folder to copy `FAULT_ROOT` to just before, without scratch: that is what
 * a process that dies there leaves behind.
 */
import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import {constants} from 'node:os';
import {join, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

type Operation = (...args: unknown[]) => unknown;
type Operations = Record<string, Operation>;

const {appendFileSync, copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync} = fs;
/** Of the files that this process has open in the folder, each one's path. */
const openFiles = new Map<unknown, unknown>();
let isCopying = false;

/** Writes a call down, and at the fatal one dies or gives back the error to fail with. */
function faultOf(name: string, target: unknown): NodeJS.ErrnoException | undefined {
  const {FAULT_AT: at, FAULT_KIND: kind, FAULT_LOG: log} = process.env;
  if (!log || !kind) return undefined;
  appendFileSync(log, `${name} ${String(target)}\n`);
  const calls = readFileSync(log, 'latin1').split('\n').length - 1;
  if (calls !== Number(at)) return undefined;
  copyRoot();
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
  return Object.assign(new Error(`${kind}: injected, ${name} '${String(target)}'`), {
    code: kind,
    errno: -(constants.errno as Record<string, number>)[kind]!,
    syscall: name,
    path: String(target),
  });
}

function copyRoot(): void {
  const {FAULT_ROOT: root, FAULT_COPY: copy} = process.env;
  if (!root || !copy) return;
  isCopying = true;
  mkdirSync(copy, {recursive: true});
  for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})) {
    const path = join(entry.parentPath, entry.name);
    const place = relative(root, path);
    if (place.split(sep)[0] === 'scratch') continue;
    if (entry.isDirectory()) mkdirSync(join(copy, place), {recursive: true});
    // A version is never written to again.
    else if (place.endsWith('.duckdb')) linkSync(path, join(copy, place));
    else copyFileSync(path, join(copy, place));
  }
  isCopying = false;
}

/** The first of a call's paths that lies in the folder, or the open file of ours that it is about. */
function targetOf([first, second]: readonly unknown[]): unknown {
  const {FAULT_ROOT: root} = process.env;
  if (!root || isCopying) return undefined;
  if (openFiles.has(first)) return openFiles.get(first);
  return [first, second].find((value) => {
    if (typeof value !== 'string' && !(value instanceof URL)) return false;
    if (value instanceof URL && value.protocol !== 'file:') return false;
    const path = resolve(value instanceof URL ? fileURLToPath(value) : value);
    return path === root || path.startsWith(root + sep);
  });
}

/** Classes, and what works through the other operations. */
const leftAlone = /^(_|[A-Z]|createReadStream|createWriteStream|watch|unwatchFile)/;

const operationsOf = (module: object): [string, Operation][] =>
  Object.entries(module).filter(
    (entry): entry is [string, Operation] => typeof entry[1] === 'function' && !leftAlone.test(entry[0]),
  );

for (const [name, operation] of operationsOf(fs)) {
  (fs as unknown as Operations)[name] = function (this: unknown, ...args: unknown[]) {
    const target = targetOf(args);
    if (target === undefined) return operation.apply(this, args);
    const fault = faultOf(name, target);
    const callback = args.at(-1);
    if (typeof callback === 'function' && !name.endsWith('Sync')) {
      return callBack(name, operation.bind(this), args.slice(0, -1), callback as Operation, fault);
    }
    // It never throws: what cannot be looked at is not there.
    if (fault && name === 'existsSync') return false;
    if (fault) throw fault;
    const result = operation.apply(this, args);
    if (name === 'openSync') openFiles.set(result, target);
    if (name === 'closeSync') openFiles.delete(args[0]);
    return result;
  };
}

function callBack(
  name: string,
  operation: Operation,
  args: readonly unknown[],
  done: Operation,
  fault: Error | undefined,
): unknown {
  if (fault) return process.nextTick(done, fault);
  if (name === 'close') openFiles.delete(args[0]);
  if (name !== 'open') return operation(...args, done);
  return operation(...args, (error: unknown, file: unknown) => {
    if (!error) openFiles.set(file, args[0]);
    done(error, file);
  });
}

const promises = fs.promises as unknown as Operations;
for (const [name, operation] of operationsOf(promises)) {
  promises[name] = async function (this: unknown, ...args: unknown[]) {
    const target = targetOf(args);
    if (target === undefined) return operation.apply(this, args);
    const fault = faultOf(`promises.${name}`, target);
    if (fault) throw fault;
    const result = await operation.apply(this, args);
    if (name === 'open') watchHandle(result as Operations, target);
    return result;
  };
}

const handled = ['read', 'readFile', 'stat', 'sync', 'datasync', 'truncate', 'write', 'writeFile', 'close'];

/** The operations of a file that is open already. */
function watchHandle(handle: Operations, path: unknown): void {
  for (const name of handled) {
    const operation = handle[name]!;
    handle[name] = async (...args) => {
      const fault = faultOf(`handle.${name}`, path);
      // A file whose closing failed is closed all the same, as the kernel has it.
      if (fault && name === 'close') await operation.apply(handle, args);
      if (fault) throw fault;
      return operation.apply(handle, args);
    };
  }
}

syncBuiltinESMExports();
