-- One row per petition, complaint or denunciation of the paper register, and when it is entered.
create table demo.petitions as
with
    on_paper as (
        select unit_no, 1 as kind, unnest(range(1, petitions_ton_cu + 1)) as ordinal, from demo.units
        union all
        select
            unit_no,
            2 as kind,
            unnest(range(
                1, petitions_phat_sinh * getvariable('horizon_ordinal') // getvariable('reference_ordinal') + 1
            )) as ordinal,
        from demo.units
    ),
    numbered as (
        select
            on_paper.*,
            (on_paper.unit_no * 10 + on_paper.kind) * 10000::bigint + on_paper.ordinal as petition_no,
            units.unit_id,
            units.officers,
            units.officials_before,
            units.ton_cu,
            units.weakness,
            units.petitions_phat_sinh,
            units.finish_ordinal,
        from on_paper
        join demo.units as units using (unit_no)
    ),
    dated as (
        select
            numbered.*,
            coalesce(received.day, date '2026-01-19' - draw_days(petition_no, 'received', 120)) as received_on,
            case
                when chance(petition_no, 'missing') < 0.014 * weakness
                    then getvariable('reference_ordinal') + 1 + draw_days(petition_no, 'entered late', 20)
                when kind = 1
                    then 1 + floor(sqrt(chance(petition_no, 'turn')) * (finish_ordinal - 0.001))::integer
                else received.ordinal + draw_int(petition_no, 'lag', 4)
            end as entered_ordinal,
        from numbered
        left join demo.working_days as received
            on numbered.kind = 2
            and received.ordinal = 1 + floor(
                (numbered.ordinal - 0.5) * getvariable('reference_ordinal') / nullif(numbered.petitions_phat_sinh, 0)
            )::integer
    )
select
    dated.petition_no,
    dated.unit_no,
    dated.unit_id,
    dated.kind,
    dated.received_on,
    official_id(dated.officials_before + 1 + draw_int(dated.petition_no, 'official', dated.officers)) as official_id,
    ['KHIEU_NAI', 'KHIEU_NAI', 'KHIEU_NAI', 'KIEN_NGHI', 'PHAN_ANH', 'TO_CAO'][
        1 + draw_int(dated.petition_no, 'petition', 6)
    ] as petition_type,
    if(
        chance(dated.petition_no, 'about a file') < 0.8 and dated.ton_cu > 0,
        file_id((dated.unit_no * 10::bigint + 1) * 1000000 + 1 + draw_int(dated.petition_no, 'file', dated.ton_cu)),
        null
    ) as file_id,
    at_second(entered.day, office_seconds(chance(dated.petition_no, 'second'))) as entered_at,
    dated.received_on + 7 + draw_days(dated.petition_no, 'answered', 35) as answered_on,
    chance(dated.petition_no, 'not accepted') < 0.1 as is_turned_away,
    if(chance(dated.petition_no, 'removed') < 0.006, at_second(entered.day, 72000), null) as deleted_at,
from dated
join demo.working_days as entered on entered.ordinal = dated.entered_ordinal
order by dated.petition_no;
