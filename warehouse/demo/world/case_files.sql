-- One row per file as the paper says it: what every entry should hold, and the one flaw this entry has.
create table demo.case_files as
with
    accepted as (
        select
            *,
            -- The old register reaches back years; a fifth of it is of the current statistical year.
            coalesce(
                new_accepted_on,
                if(
                    chance(file_no, 'this year') < 0.22,
                    date '2026-01-19' - draw_int(file_no, 'accepted', 110),
                    date '2025-09-30' - least(6500, draw_days(file_no, 'accepted', 800))
                )
            ) as accepted_on,
            chance(file_no, 'type') as type_draw,
            chance(file_no, 'state') as state_draw,
            chance(file_no, 'flaw') / weakness as flaw_draw,
        from demo.entries
    ),
    typed as (
        select
            *,
            case
                when type_draw < 0.37 then 'DAN_SU'
                when type_draw < 0.64 then 'HINH_SU'
                when type_draw < 0.85 then 'HON_NHAN_GIA_DINH'
                when type_draw < 0.94 then 'KINH_DOANH_TM'
                when type_draw < 0.96 then 'LAO_DONG'
                when type_draw < 0.98 then 'HANH_CHINH'
                when type_draw < 0.985 then 'PHA_SAN'
                else 'KHAC'
            end as case_type,
            chance(file_no, 'ground') < if(type_draw between 0.37 and 0.64, 0.8, 0.45) as on_own_initiative,
            accepted_on - 15 - draw_days(file_no, 'judgment', 60) as judged_on,
            least(accepted_on + draw_int(file_no, 'decision', 5), appears_at::date) as decided_on,
            case
                when state_draw < 0.66 then 'DANG_THI_HANH'
                when state_draw < 0.90 then 'CHUA_CO_DIEU_KIEN'
                when state_draw < 0.92 then 'HOAN'
                when state_draw < 0.93 then 'HOAN_THOA_THUAN'
                when state_draw < 0.945 then 'TAM_DINH_CHI'
                when kind = 1 and accepted_on < date '2023-01-01' then 'SO_THEO_DOI_RIENG'
                else 'DANG_THI_HANH'
            end as first_state,
            accepted_on + case
                when chance(file_no, 'classified') < 0.012 * weakness then 15 + draw_int(file_no, 'classified late', 60)
                else 1 + draw_int(file_no, 'classified on', 8)
            end as classified_on,
        from accepted
    ),
    closed as (
        select
            *,
            case
                when first_state = 'SO_THEO_DOI_RIENG' then null
                else greatest(classified_on + 3, date '2025-10-03')
                    + draw_days(file_no, 'closed', if(first_state = 'DANG_THI_HANH', 560, 4200))
            end as closes_on,
            chance(file_no, 'end') as end_draw,
            draw_int(file_no, 'debtor', getvariable('people')) as debtor,
            draw_int(file_no, 'creditor', getvariable('people')) as creditor,
            case_type in ('KINH_DOANH_TM', 'PHA_SAN', 'LAO_DONG') and chance(file_no, 'firm') < 0.5 as is_firm,
        from typed
    )
select
    closed.file_no,
    closed.file_no as original_no,
    closed.unit_no,
    closed.kind,
    closed.province,
    file_id(closed.file_no) as file_id,
    units.unit_id,
    official_id(closed.officer_no) as officer_id,
    closed.officer_no,
    official_id(closed.enterer_no) as enterer_id,
    closed.is_required,
    closed.is_unassigned,
    closed.required_from,
    closed.appears_at,
    closed.entered_at,
    null::timestamp as deleted_at,
    closed.by_reference,
    closed.has_money,
    closed.has_complete_money,
    closed.money_coverage < 0.5 as is_behind,
    closed.case_type,
    if(closed.on_own_initiative, 'CHU_DONG', 'THEO_YEU_CAU') as ground,
    (1 + draw_int(closed.file_no, 'judgment no', 900)) || '/' || year(closed.judged_on) || '/'
        || case closed.case_type
            when 'DAN_SU' then 'DS'
            when 'HINH_SU' then 'HS'
            when 'HON_NHAN_GIA_DINH' then 'HNGĐ'
            when 'KINH_DOANH_TM' then 'KDTM'
            when 'LAO_DONG' then 'LĐ'
            when 'HANH_CHINH' then 'HC'
            else 'QĐ'
        end
        || if(chance(closed.file_no, 'appeal') < 0.12, '-PT', '-ST') as judgment_no,
    closed.judged_on,
    if(
        chance(closed.file_no, 'appeal') < 0.12,
        'Tòa án nhân dân ' || units.province_title,
        'Tòa án nhân dân khu vực ' || (1 + draw_int(closed.file_no, 'court', units.courts))
            || ' - ' || units.province_name
    ) as court,
    -- Odd numbers for the backlog and even ones for new files: no two files of an office share a number.
    (closed.ordinal * 2 - 2 + closed.kind) || '/QĐ-THADS' as decision_no,
    closed.decided_on,
    closed.accepted_on,
    if(closed.is_firm, firms.firm_name, debtor.full_name) as debtor_name,
    if(
        closed.is_firm,
        (1000000000 + draw(closed.file_no, 'tax code') % 8999999999)::varchar
            || if(chance(closed.file_no, 'branch') < 0.08, '-001', ''),
        lpad(closed.province, 3, '0') || if(debtor.gender = 'NAM', '0', '1')
            || (60 + draw_int(closed.file_no, 'born', 40))::varchar
            || (100000 + draw_int(closed.file_no, 'identity', 900000))::varchar
    ) as debtor_identity,
    'Số ' || (1 + draw_int(closed.file_no, 'house', 400)) || ' ' || places.place || ', ' || units.province_title
        as debtor_address,
    case
        when closed.on_own_initiative then 'Ngân sách nhà nước'
        when chance(closed.file_no, 'bank') < 0.2 then banks.bank_name
        else creditor.full_name
    end as creditor_name,
    closed.first_state,
    closed.classified_on,
    closed.closes_on + case isodow(closed.closes_on) when 6 then 2 when 7 then 1 else 0 end as closed_on,
    case
        when closed.end_draw < 0.82 then 'THI_HANH_XONG'
        when closed.end_draw < 0.90 then 'DINH_CHI'
        when closed.end_draw < 0.92 and closed.closes_on >= date '2026-07-01' and not closed.on_own_initiative
            then 'GUI_LAI_YEU_CAU'
        when closed.end_draw < 0.98 then 'UY_THAC'
        else 'THU_HOI_QD'
    end as last_state,
    -- Days between two looks at an open file; whole weeks, so that an entry of a Monday is looked at on Mondays.
    if(
        chance(closed.file_no, 'neglected') < 0.02 * closed.weakness,
        null,
        7 * (1 + draw_int(closed.file_no, 'care', 4))
    ) as days_between_looks,
    (case
        when closed.flaw_draw < 0.0012 then 'accepted_after_entered'
        when closed.flaw_draw < 0.0040 then 'judgment_after_acceptance'
        when closed.flaw_draw < 0.0060 then 'decision_before_judgment'
        when closed.flaw_draw < 0.0068 then 'date_in_future'
        when closed.flaw_draw < 0.0120 then 'missing_judgment'
        when closed.flaw_draw < 0.0170 then 'missing_decision'
        when closed.flaw_draw < 0.0205 then 'missing_debtor'
        when closed.flaw_draw < 0.0270 then 'missing_officer'
        when closed.flaw_draw < 0.0315 then 'missing_case_type'
        when closed.flaw_draw < 0.0345 then 'placeholder_text'
        when closed.flaw_draw < 0.0360 then 'damaged_text'
        when closed.flaw_draw < 0.0415 then 'bad_identifier'
        when closed.flaw_draw < 0.0490 then 'untidy_text'
        when closed.flaw_draw < 0.0500 then 'unknown_reference'
        else 'none'
    end)::demo.flaw as flaw,
    -- Two flaws in five are put right.
    if(
        chance(closed.file_no, 'mended') < 0.4,
        closed.appears_at + to_days(3 + draw_int(closed.file_no, 'mended after', 45)),
        null
    ) as mended_at,
    closed.weakness,
from closed
join demo.units as units using (unit_no)
join demo.people as debtor on debtor.n = closed.debtor
join demo.people as creditor on creditor.n = closed.creditor
join demo.firms as firms on firms.n = closed.debtor % getvariable('firms')
join demo.places as places on places.n = draw_int(closed.file_no, 'place', getvariable('places'))
join demo.banks as banks on banks.n = closed.creditor % getvariable('banks')
order by closed.file_no;
