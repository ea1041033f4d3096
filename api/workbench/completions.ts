import type {ChildProcess} from 'node:child_process';
import {join} from 'node:path';
import type {QueryCompletions, QuerySuggestion} from '../answers.ts';
import type {OpenVersion} from '../open-version.ts';
import type {EngineSuggestion, FromCompleter, TableNames, ToCompleter} from './complete-child.ts';
import {allowedFunctions, allowedTableFunctions} from './functions.ts';
import {publishedSchemas} from './published.ts';
import {RefusedQuery} from './refused-query.ts';
import {startSandboxed} from './sandbox.ts';

const program = join(import.meta.dirname, 'complete-child.ts');
const memory = 300_000_000;
const patience = 2_000;

/** What each name of a version means, and the names alone. */
interface Known {
  names: TableNames;
  tables: ReadonlyMap<string, string | null>;
  columns: ReadonlyMap<string, string | null>;
}

interface DictionaryRow {
  model: string;
  model_meaning_vi: string | null;
  model_meaning: string | null;
  column: string;
  meaning_vi: string | null;
}

/** Says what may be written next, with what tables and columns mean; in a process of its own that knows no row. */
export class Completions {
  readonly #known = new WeakMap<OpenVersion, Promise<Known>>();
  readonly #keys = new WeakMap<OpenVersion, string>();
  readonly #waiting = new Map<
    number,
    {resolve: (said: FromCompleter) => void; reject: (error: Error) => void}
  >();
  #child: ChildProcess | undefined;
  #asked = 0;
  #keyCount = 0;

  /** What may follow a text. */
  async suggest(text: string, version: OpenVersion): Promise<QueryCompletions> {
    const known = await this.#knownOf(version);
    const key = this.#keyOf(version);
    let said = await this.#ask({key, text});
    if ('wantsNames' in said) said = await this.#ask({key, text, names: known.names});
    if (!('suggestions' in said)) throw new Error(`No completions: ${JSON.stringify(said)}`);
    return {
      suggestions: said.suggestions.flatMap((suggestion) => shownOf(suggestion, text, known)),
    };
  }

  close(): void {
    this.#child?.kill('SIGKILL');
  }

  #knownOf(version: OpenVersion): Promise<Known> {
    const known = this.#known.get(version) ?? readKnown(version);
    this.#known.set(version, known);
    return known;
  }

  #keyOf(version: OpenVersion): string {
    const key = this.#keys.get(version) ?? String(++this.#keyCount);
    this.#keys.set(version, key);
    return key;
  }

  #ask(question: Omit<ToCompleter, 'ask'>): Promise<FromCompleter> {
    const child = this.#running();
    const ask = ++this.#asked;
    return new Promise<FromCompleter>((resolve, reject) => {
      const late = setTimeout(() => child.kill('SIGKILL'), patience);
      this.#waiting.set(ask, {
        resolve: (said) => {
          clearTimeout(late);
          resolve(said);
        },
        reject: (error) => {
          clearTimeout(late);
          reject(error);
        },
      });
      child.send({...question, ask}, () => undefined);
    });
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const child = startSandboxed([], memory, program);
    child.stderr?.resume();
    child.on('message', (said: FromCompleter) => {
      this.#waiting.get(said.ask)?.resolve(said);
      this.#waiting.delete(said.ask);
    });
    child.once('exit', () => {
      // What it was asked last cannot be told; the next question gets a new process.
      for (const [ask, {reject}] of this.#waiting) {
        this.#waiting.delete(ask);
        reject(new RefusedQuery({code: 'query_crashed', sentence: 'Không gợi ý được cho đoạn SQL này.'}));
      }
    });
    child.once('error', () => undefined);
    this.#child = child;
    return child;
  }
}

async function readKnown(version: OpenVersion): Promise<Known> {
  const rows = (await version.rows<DictionaryRow>('dictionary')).filter(({model}) =>
    publishedSchemas.has(model.split('.', 1)[0]!),
  );
  const names: Record<string, Record<string, string[]>> = {};
  for (const {model, column} of rows) {
    const [schema = '', table = ''] = model.split('.');
    ((names[schema] ??= {})[table] ??= []).push(column);
  }
  return {
    names,
    tables: new Map(
      rows.map(({model, model_meaning_vi, model_meaning}) => [
        model.split('.')[1]!,
        model_meaning_vi ?? model_meaning,
      ]),
    ),
    columns: new Map(rows.map(({column, meaning_vi}) => [column, meaning_vi])),
  };
}

/** What of the engine's suggestions may be written here at all. */
function shownOf(
  {text, kind, byte}: EngineSuggestion,
  written: string,
  {tables, columns}: Known,
): QuerySuggestion[] {
  const name = text.trim().replaceAll('"', '');
  const start = Buffer.from(written).subarray(0, byte).toString().length;
  switch (kind) {
    case 'keyword':
    case 'schema':
    case 'type':
      return [{text, kind, start, meaning: null}];
    case 'table':
      return [{text, kind, start, meaning: tables.get(name) ?? null}];
    case 'column':
      return [{text, kind, start, meaning: columns.get(name) ?? null}];
    case 'scalar_function':
    case 'table_function':
      return allowedFunctions.has(name.toLowerCase()) || allowedTableFunctions.has(name.toLowerCase())
        ? [{text, kind: 'function', start, meaning: null}]
        : [];
    default:
      return [];
  }
}
