-- One row per unit: what was planned for it, and the habits that make it differ from the others.
create table demo.units as
with
    planned as (
        select unnest(from_json(getvariable('plan'), '[{
            "unit_no": "INTEGER", "unit_id": "VARCHAR", "level": "VARCHAR", "parent_id": "VARCHAR",
            "province": "VARCHAR", "province_name": "VARCHAR", "given_name": "VARCHAR",
            "officials": "INTEGER", "officers": "INTEGER", "ton_cu": "INTEGER", "phat_sinh": "INTEGER",
            "missing_ton_cu": "INTEGER", "missing_phat_sinh": "INTEGER"
        }]'), recursive := true)
    ),
    with_habits as (
        select
            planned.*,
            case
                when province_name like 'TP.%' then province_name
                when provinces.type = 'tỉnh' then 'tỉnh ' || province_name
                else 'thành phố ' || province_name
            end as province_title,
            count(*) filter (where level = 'PHONG_KV') over (partition by province)::integer as courts,
            profiles.money_coverage,
            coalesce(profiles.weakness, 1) as weakness,
            -- Numbers of officials run on within a province: 1 + this is the unit's first.
            (unit_no // 100) * 10000
                + coalesce(sum(officials) over (
                    partition by unit_no // 100 order by unit_no rows between unbounded preceding and 1 preceding
                ), 0)::integer as officials_before,
            ton_cu > 0 and (missing_ton_cu + missing_phat_sinh > 0 and chance(unit_no, 'late') < 0.7
                or chance(unit_no, 'late') < 0.06) as finishes_late,
            0.35 + 0.3 * chance(unit_no, 'pace') as pace,
            case
                when missing_ton_cu + missing_phat_sinh = 0 and chance(unit_no, 'surplus') < 0.07
                    then 1 + draw_int(unit_no, 'surplus size', greatest(1, ton_cu // 120))
                else 0
            end as surplus,
            if(chance(unit_no, 'backdates') < 0.03, 0.06, 0.0008) as backdating,
            if(chance(unit_no, 'unassigned') < 0.25, 0.02, 0) as unassigned,
            round(ton_cu * 0.0035 * (0.5 + chance(unit_no, 'old petitions')))::integer as petitions_ton_cu,
            round(phat_sinh * 0.02 * (0.5 + chance(unit_no, 'new petitions')))::integer as petitions_phat_sinh,
        from planned
        left join read_csv(
            getvariable('demo_folder') || '/province_profiles.csv', header = true, types = {'code': 'varchar'}
        ) as profiles on profiles.code = planned.province
        left join read_csv(
            getvariable('reference_folder') || '/provinces.csv', header = true,
            types = {'code': 'varchar', 'valid_to': 'date'}
        ) as provinces
            on provinces.code = planned.province
            and provinces.valid_from <= getvariable('reference_night')
            and coalesce(provinces.valid_to >= getvariable('reference_night'), true)
    )
select
    *,
    -- The working day on which its backlog is done: most by the campaign's end, some after it.
    if(
        finishes_late,
        working_ordinal(date '2026-03-26') + draw_int(unit_no, 'finish', 4),
        working_ordinal(date '2026-02-25') + floor(pow(chance(unit_no, 'finish'), 0.6) * 21)::integer
    ) as finish_ordinal,
    -- Two offices that had finished find more old files in late March.
    if(
        row_number() over (
            order by finishes_late or ton_cu < 20 or surplus + missing_ton_cu > 0, chance(unit_no, 'raised')
        ) <= 2,
        greatest(2, least(9, ton_cu // 50)),
        0
    )::integer as found_later,
    -- A dozen offices enter a pile of files within one minute.
    if(
        row_number() over (order by ton_cu < 80, chance(unit_no, 'bulk')) <= 12,
        52 + draw_int(unit_no, 'bulk size', 20),
        0
    )::integer as bulk,
from with_habits
order by unit_no;
