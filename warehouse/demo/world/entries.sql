-- One row per registered file: who must enter it, when that happens, and whether it owes money.
create table demo.entries as
with
    placed as (
        select
            registered.*,
            units.province,
            units.weakness,
            units.backdating,
            units.money_coverage,
            units.officers,
            units.officials,
            units.officials_before,
            kind = 1 and ordinal > units.ton_cu as is_surplus,
            if(
                kind = 1,
                ordinal <= units.missing_ton_cu,
                ordinal > units.phat_sinh - units.missing_phat_sinh and ordinal <= units.phat_sinh
            ) as is_missing,
            kind = 1 and ordinal > units.ton_cu - units.found_later and ordinal <= units.ton_cu as is_found_later,
            kind = 1 and ordinal > units.missing_ton_cu and ordinal <= units.missing_ton_cu + units.bulk
                and ordinal <= units.ton_cu - units.found_later as is_bulk,
            kind = 1 and ordinal <= units.ton_cu and ordinal > units.ton_cu * (1 - units.unassigned) as is_unassigned,
            if(
                kind = 1,
                1 + ((ordinal - 1) * units.officers) // (units.ton_cu + units.surplus),
                1 + (ordinal * 7) % units.officers
            ) as officer,
            if(
                kind = 2,
                1 + floor((ordinal - 0.5) * getvariable('reference_ordinal') / units.phat_sinh),
                0
            )::integer as accepted_ordinal,
            1 + floor(pow(chance(file_no, 'turn'), units.pace) * (units.finish_ordinal - 0.001))::integer
                as turn_ordinal,
            4 + draw_int(unit_no, 'bulk day', 30) as bulk_ordinal,
            chance(file_no, 'lag') as lag,
            units.phat_sinh,
        from demo.registered as registered
        join demo.units as units using (unit_no)
    ),
    dated as (
        select
            *,
            case
                when is_missing and chance(file_no, 'never') < 0.12 then null
                when is_missing then getvariable('reference_ordinal') + 1 + draw_days(file_no, 'gap closes', 9)
                when is_found_later then getvariable('reference_ordinal') - draw_int(file_no, 'found', 2)
                when is_bulk then bulk_ordinal
                when kind = 1 then turn_ordinal
                when ordinal <= phat_sinh then least(accepted_ordinal + lag_days, getvariable('reference_ordinal'))
                -- Once the platform is in daily use, new files wait half as long.
                when lag_days <= 5 then accepted_ordinal + lag_days // 2
                else accepted_ordinal + lag_days
            end as entered_ordinal,
        from (
            select
                *,
                case
                    when lag < 0.03 * weakness then 6 + draw_int(file_no, 'late by', 15)
                    when lag < 0.5 then 0
                    when lag < 0.75 then 1
                    when lag < 0.87 then 2
                    when lag < 0.95 then 3
                    else 4
                end as lag_days,
            from placed
        )
    ),
    timed as (
        select
            dated.*,
            accepted_day.day as new_accepted_on,
            -- Some of the backlog is entered on a Saturday.
            if(
                kind = 1 and not is_bulk and not is_found_later and not is_missing
                    and entered_ordinal > 5 and chance(file_no, 'saturday') < 0.04,
                entered_day.day - isodow(entered_day.day)::integer - 1,
                entered_day.day
            ) as entered_day,
            case
                when is_bulk then 54000 + chance(file_no, 'second') * 50
                when chance(file_no, 'night') < 0.002 then chance(file_no, 'second') * 16000
                when chance(file_no, 'night') < 0.004 then 82900 + chance(file_no, 'second') * 3400
                when entered_ordinal > 25 and chance(file_no, 'evening') < 0.06
                    then 64800 + chance(file_no, 'second') * 12000
                else office_seconds(chance(file_no, 'second'))
            end as entered_second,
        from dated
        left join demo.working_days as accepted_day on accepted_day.ordinal = dated.accepted_ordinal
        left join demo.working_days as entered_day on entered_day.ordinal = dated.entered_ordinal
    ),
    dealt as (
        select
            file_no,
            unit_no,
            kind,
            ordinal,
            province,
            weakness,
            money_coverage,
            not is_surplus as is_required,
            case
                when kind = 2 then new_accepted_on
                when is_found_later then date '2026-03-27'
                else date '2026-01-20'
            end as required_from,
            new_accepted_on,
            officials_before + officer as officer_no,
            is_unassigned,
            if(
                is_bulk or chance(file_no, 'own entry') < 0.6,
                officials_before + if(is_bulk, 1, officer),
                officials_before + 1 + draw_int(file_no, 'clerk', officials)
            ) as enterer_no,
            at_second(entered_day, entered_second) as appears_at,
            -- A backdated entry carries an earlier moment than the one it appeared at; those who miss the
            -- campaign's end are the likeliest to do so.
            kind = 1 and not is_bulk and entered_day > date '2026-03-05' and chance(file_no, 'backdated')
                < backdating * if(entered_day > date '2026-03-25', 8, 1) as is_backdated,
            if(is_backdated, appears_at - to_days(9 + draw_int(file_no, 'backdated by', 14)), appears_at) as entered_at,
            coalesce(appears_at < getvariable('reference_night') + interval 1 day, false) as by_reference,
        from timed
    ),
    -- The share with complete money reads to two decimals as published: so many complete, and as many with
    -- a monetary obligation as make it so.
    aimed as (
        select
            province,
            greatest(1, round(count(*) * 0.76 * any_value(money_coverage))) as complete,
            least(floor(count(*) * 0.9), greatest(complete, round(complete / any_value(money_coverage)))) as with_money,
        from dealt
        where by_reference
        group by all
    ),
    obliged as (
        select
            dealt.*,
            aimed.complete,
            if(
                by_reference,
                row_number() over (partition by province, by_reference order by draw(file_no, 'has money'))
                    <= aimed.with_money,
                chance(file_no, 'has money') < 0.76
            ) as has_money,
        from dealt
        join aimed using (province)
    )
select
    * exclude (complete),
    if(
        by_reference,
        has_money and row_number() over (
            partition by province, by_reference, has_money
            order by chance(file_no, 'money') + 0.6 * chance(unit_no, 'money')
        ) <= complete,
        has_money and chance(file_no, 'money') < 0.9
    ) as has_complete_money,
from obliged
order by file_no;
