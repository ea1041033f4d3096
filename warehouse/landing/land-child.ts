/**
 * The process in which deliveries are read: whatever a hostile or huge file does to it, the night goes on.
 * Its parent hands deliveries over one at a time; see `withLandingChild`.
 */
import {join} from 'node:path';
import {readContract} from '../contract.ts';
import {withDatabase} from '../database.ts';
import type {Delivery} from './deliveries.ts';
import {RefusedDelivery} from '../errors.ts';
import {dataFolder} from '../folders.ts';
import {landDelivery, type Landing} from './land.ts';
import type {LandingProgress} from './prepare.ts';

/** What the child tells of the delivery in hand; the last three end it. */
export type ChildAnswer =
  | {taken: true}
  | {progress: LandingProgress}
  | {landing: Landing}
  | {refused: readonly string[]}
  | {failed: {message: string; stack: string}};

const [root, memoryLimit] = process.argv.slice(2) as [string, string];
const folder = dataFolder(root);

// DuckDB would keep a process that exits during a query; nothing is lost that the parent's sweep does not clear.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

await withDatabase(
  ':memory:',
  {temp_directory: join(folder.scratch, 'spill'), memory_limit: memoryLimit},
  async (db) => {
    const contract = await readContract(db);
    const land = async (delivery: Delivery): Promise<ChildAnswer> => {
      try {
        const tell = (progress: LandingProgress) => answer({progress});
        return {landing: await landDelivery(delivery, contract, folder, db, tell)};
      } catch (error) {
        if (error instanceof RefusedDelivery) return {refused: error.reasons};
        const {message, stack = ''} = error as Error;
        return {failed: {message, stack}};
      }
    };
    process.on('message', (delivery: Delivery) => {
      answer({taken: true});
      void land(delivery).then(answer);
    });
    await new Promise((resolve) => process.once('disconnect', resolve));
  },
);

function answer(given: ChildAnswer): void {
  process.send!(given);
}
