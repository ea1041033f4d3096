import {stringify} from 'yaml';
import type {ContractColumn, ContractTable} from './contract.ts';

/** A program that delivers, as `sql/reference/programs.csv` names it. */
export interface ContractProgram {
  program_id: string;
  program_name: string;
  made_by_hand: boolean;
}

/** The contract of one program as an Open Data Contract Standard 3.1 document, in YAML. */
export function odcsContract(
  {program_id: program, program_name: name, made_by_hand: madeByHand}: ContractProgram,
  contract: readonly ContractTable[],
  version: string,
): string {
  const document = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: `thads:${program}`,
    name: `Hợp đồng dữ liệu: ${name}`,
    version,
    status: 'active',
    domain: 'thi-hanh-an-dan-su',
    dataProduct: program,
    description: {
      purpose: 'Dữ liệu giao hằng đêm cho kho dữ liệu Thi hành án dân sự.',
      usage:
        `Mỗi đêm giao toàn bộ các bảng vào thư mục <ngày>/${program}, kèm datapackage.json ghi sau cùng; ` +
        `định dạng ${formatsOf(madeByHand).join(', ')}.`,
      limitations: 'Tiền là đồng, số nguyên; thời điểm theo giờ Việt Nam; văn bản UTF-8, dạng NFC.',
    },
    schema: contract.filter((table) => table.program === program).map(schemaObject),
    slaProperties: [{property: 'frequency', value: 1, unit: 'd', description: 'Giao mỗi ngày một lần'}],
  };
  return stringify(document, {lineWidth: 0, aliasDuplicateObjects: false});
}

/** The formats a program may deliver in; sheets only from those that make their files by hand. */
export const formatsOf = (madeByHand: boolean): readonly string[] =>
  madeByHand ? ['csv', 'csv.gz', 'parquet', 'xlsx'] : ['csv', 'csv.gz', 'parquet'];

/** A column of a code is delivered as text. */
export const physicalTypeOf = ({type, codes}: ContractColumn) => (codes.length > 0 ? 'VARCHAR' : type);

function schemaObject(table: ContractTable) {
  const {name, meaning, key, columns, checks} = table;
  return {
    name,
    physicalName: name,
    logicalType: 'object',
    physicalType: 'table',
    description: meaning,
    properties: columns.map((column) => property(column, key)),
    quality: [
      {
        description: `Không có hai dòng cùng khóa (${key.join(', ')})`,
        dimension: 'uniqueness',
        metric: 'duplicateValues',
        arguments: {properties: key},
        mustBe: 0,
        unit: 'rows',
      },
      ...checks.map((check) => ({
        description: `Mọi dòng thỏa điều kiện ${check}`,
        dimension: 'conformity',
        type: 'sql',
        query: `select count(*) from ${name} where not ${check}`,
        mustBe: 0,
      })),
    ],
  };
}

function property(column: ContractColumn, key: readonly string[]) {
  const {name, meaning, required, codes} = column;
  const position = key.indexOf(name);
  return {
    name,
    logicalType: logicalTypes[physicalTypeOf(column)],
    ...(logicalOptions[column.type] && {logicalTypeOptions: logicalOptions[column.type]}),
    physicalType: physicalTypeOf(column),
    description: meaning,
    required,
    ...(position >= 0 && {primaryKey: true, primaryKeyPosition: position + 1}),
    ...(key.length === 1 && position === 0 && {unique: true}),
    ...(meaning.includes('dữ liệu cá nhân') && {classification: 'restricted'}),
    ...(codes.length > 0 && {
      quality: [
        {
          description: 'Chỉ gồm các mã của hợp đồng',
          dimension: 'conformity',
          metric: 'invalidValues',
          arguments: {validValues: codes},
          mustBe: 0,
          unit: 'rows',
        },
      ],
    }),
  };
}

const logicalTypes: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  INTEGER: 'integer',
  BIGINT: 'integer',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
};

const logicalOptions: Readonly<Record<string, object>> = {
  INTEGER: {format: 'i32'},
  BIGINT: {format: 'i64'},
  DATE: {format: 'yyyy-MM-dd'},
  TIMESTAMP: {format: 'yyyy-MM-dd HH:mm:ss', timezone: false, defaultTimezone: 'Asia/Ho_Chi_Minh'},
};
