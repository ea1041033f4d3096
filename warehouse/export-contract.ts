import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {contractMarkdown} from './contract-markdown.ts';
import {readContract} from './contract.ts';
import {literal, recordsOf, withDatabase} from './database.ts';
import {replaceFile} from './durable.ts';
import {sqlFolder} from './models.ts';
import {odcsContract, type ContractProgram} from './odcs-contract.ts';

/** `odcs`: a document of the Open Data Contract Standard for each program; `markdown`: one for people. */
export type ContractFormat = 'odcs' | 'markdown';

/** Writes the delivery contract into a folder, which is made if need be; gives back the files written. */
export async function exportContract(out: string, format: ContractFormat): Promise<string[]> {
  mkdirSync(out, {recursive: true});
  const documents = await contractDocuments(format);
  return documents.map(({name, text}) => {
    const path = join(out, name);
    replaceFile(path, text);
    return path;
  });
}

/** The contract as documents, each with the name of its file. */
export async function contractDocuments(format: ContractFormat): Promise<{name: string; text: string}[]> {
  const {version} = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return withDatabase(':memory:', {}, async (db) => {
    const contract = await readContract(db);
    const programs = await recordsOf<ContractProgram>(
      db,
      `from read_csv(${literal(join(sqlFolder, 'reference', 'programs.csv'))}, header = true)`,
    );
    if (format === 'markdown') {
      return [{name: 'hop-dong-du-lieu.md', text: contractMarkdown(programs, contract, version)}];
    }
    return programs.map((program) => ({
      name: `${program.program_id}.odcs.yaml`,
      text: odcsContract(program, contract, version),
    }));
  });
}
