/**
 * The process in which one query of a person runs, and nothing after it: whatever the query does to it, it is thrown
 * away. It opens the file of the person's scope, gives up its rights, checks the query, and runs it when its parent,
 * who wrote that down, says so.
 */
import type {FromChild, ToChild} from './child-messages.ts';
import {checkQuery, type AllowedQuery} from './gate.ts';
import {openForQuestions, openParser} from './hardened.ts';
import {publishedTables} from './published.ts';
import {RefusedQuery} from './refused-query.ts';
import {giveUpRights, letOthersGoFirst} from './rights.ts';
import {runQuery} from './run-query.ts';
import {troubleOf} from './engine-troubles.ts';

const [file, memory, startedBy] = process.argv.slice(2) as [string, string, string];

// DuckDB would keep a process that exits during a query.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

letOthersGoFirst();
const parser = await openParser();
const db = await openForQuestions(file, memory);
const published = await publishedTables(db);
giveUpRights(startedBy);

let query: AllowedQuery | undefined;
let text = '';
process.on('message', (message: ToChild) => {
  void obey(message).catch((error: unknown) => {
    if (error instanceof RefusedQuery) tell({trouble: error.trouble});
    else if (isOfEngine(error)) tell({trouble: troubleOf(error.message, query, text)});
    else tell({failed: String((error as Error).stack)});
  });
});
tell({ready: true});

async function obey(message: ToChild): Promise<void> {
  if ('interrupt' in message) {
    db.interrupt();
  } else if ('check' in message) {
    text = message.check.sql;
    query = await checkQuery(text, published, parser);
    tell({allowed: {parameters: query.parameters, explains: query.explain !== 'no'}});
  } else if (query) {
    await runQuery(query, message.run, {db, parser, published}, tell);
  }
}

/** Of the C++ side, whose errors have no stack of ours; told apart from mistakes in this code. */
function isOfEngine(error: unknown): error is Error {
  return error instanceof Error && /"exception_type"|^(\w+ )+Error: |^INTERRUPT/.test(error.message);
}

function tell(said: FromChild): void {
  process.send!(said);
}
