import {DuckDBInstance, type DuckDBConnection} from '@duckdb/node-api';
import {literal} from '../../warehouse/database.ts';

/** Nothing is fetched, written, spilled or looked up outside the one file; they apply in this order. */
const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  temp_directory: '',
  enable_external_access: 'false',
};

/** What can only be said once the file is open; after the last of them nothing can be said any more. */
const finalSettings = {
  enable_progress_bar: 'false',
  errors_as_json: 'true',
  TimeZone: 'Asia/Ho_Chi_Minh',
  disabled_filesystems: 'LocalFileSystem',
  lock_configuration: 'true',
};

/** A version's file, open for questions and for nothing else. */
export async function openForQuestions(path: string, memory: string): Promise<DuckDBConnection> {
  return harden(
    await DuckDBInstance.create(path, {
      access_mode: 'READ_ONLY',
      ...settings,
      threads: '2',
      memory_limit: memory,
    }),
  );
}

/** A database with nothing in it, for its parser. */
export async function openParser(): Promise<DuckDBConnection> {
  return harden(await openEmpty());
}

/** A database with nothing in it yet; `harden` it once it is as it is to stay. */
export const openEmpty = (): Promise<DuckDBInstance> =>
  DuckDBInstance.create(':memory:', {...settings, threads: '1', memory_limit: '128MB'});

/** Locks an instance and gives back the connection that questions go through. */
export async function harden(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  for (const [name, value] of Object.entries(finalSettings)) {
    await connection.run(`set ${name} = ${literal(value)}`);
  }
  return connection;
}
