import {z} from 'zod';
import type {DictionaryRow, LineageAnswer, LineageRow} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import * as schemas from '../schemas.ts';
import type {ColumnType} from '../table.ts';

const {model, format} = parameters;

/** Where a model's columns come from, and which models read it. */
export const lineage = endpoint({
  path: '/lineage',
  summary: 'Nguồn gốc của từng cột, và những mô hình dùng đến nó',
  params: z.strictObject({}),
  query: z.strictObject({model, format}),
  answer: schemas.lineageAnswer,
  tabular: true,
  needs: ['meta.lineage_tables', 'meta.lineage_columns'],
  async find({query}, version) {
    const stamp = stampOf(version, undefined);
    const asked = query.model ?? null;
    const models = await version.rows<LineageAnswer['models'][number]>('lineage_models');
    if (asked !== null && !models.some((edge) => edge.model === asked || edge.reads_model === asked)) {
      throw new ApiError('unknown_model', 'Không có mô hình mang tên này; xem /api/v1/dictionary.');
    }
    const rows = await version.rows<LineageRow>('lineage_up', {model: asked ?? ''});
    return {
      answer: {
        ...stamp,
        model: asked,
        models: asked === null ? models : models.filter((edge) => Object.values(edge).includes(asked)),
        rows,
      },
      table: {
        name: `lineage-${asked ?? 'all'}`,
        columns: {
          model: 'text',
          column: 'text',
          reads_model: 'text',
          reads_column: 'text',
          use: 'text',
        } satisfies Record<keyof LineageRow, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

/** What every table and column of the version means. */
export const dictionary = endpoint({
  path: '/dictionary',
  summary: 'Từ điển: ý nghĩa của từng bảng và từng cột',
  params: z.strictObject({}),
  query: z.strictObject({format}),
  answer: schemas.dictionaryAnswer,
  tabular: true,
  async find(_question, version) {
    const stamp = stampOf(version, undefined);
    const rows = await version.rows<DictionaryRow>('dictionary');
    return {
      answer: {...stamp, rows},
      table: {
        name: `dictionary-${stamp.night}`,
        columns: {
          model: 'text',
          model_meaning_vi: 'text',
          model_meaning: 'text',
          column: 'text',
          type: 'text',
          meaning_vi: 'text',
          meaning_en: 'text',
        } satisfies Record<keyof DictionaryRow, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});
