import {z} from 'zod';
import {stamp} from './board-schemas.ts';

/** How a metric is counted: the model that counts it, in SQL, as this release has it. */
export const definitionAnswer = z
  .strictObject({
    ...stamp,
    metric: z.string(),
    model: z.string(),
    sql: z.string(),
  })
  .meta({id: 'Definition'});

export type DefinitionAnswer = z.output<typeof definitionAnswer>;
