import type {DuckDBConnection} from '@duckdb/node-api';

/**
 * Writes into `meta.model_changes` which models, rules among them, are not what they were in the version before:
 * a figure may have moved because we count otherwise. Nothing has changed where there is no version before.
 */
export async function recordModelChanges(db: DuckDBConnection): Promise<void> {
  await db.run(`
    create table meta.model_changes as
    select
        coalesce(now.model, before.model) as model,
        case
            when before.model is null then 'added'
            when now.model is null then 'removed'
            else 'changed'
        end as model_change,
    from meta.models as now
    full join earlier.models as before using (model)
    where now.sql_hash is distinct from before.sql_hash
        and exists (from earlier.models)
    order by model
  `);
}
