-- One row per figure of the paper reports: what the registers say, with the slips of those who add them up.
create table demo.paper_reports as
with
    months as (
        select
            last_day(month)::date as month_end,
            year(month + interval 3 month)::integer as statistical_year,
            ((month(month) + 2) % 12 + 1)::integer as months,
            make_date(year(month + interval 3 month)::integer - 1, 10, 1) as period_start,
        from (select unnest(range(date '2025-12-01', getvariable('horizon') + 1, interval 1 month)) as month)
        where last_day(month) <= getvariable('horizon')
    ),
    amounts as (
        select
            items.file_no,
            sum(items.due)::bigint as due,
            sum(items.reduced)::bigint as reduced,
            sum(items.paid_before)::bigint as paid_before,
            sum(items.paid_this_year)::bigint as paid_this_year,
            sum(if(items.keeps_debt, (items.due - items.reduced) // 2, items.due - items.reduced))::bigint as paid_at_end,
        from demo.money_items as items
        group by all
    ),
    positions as (
        select
            months.month_end,
            months.period_start,
            files.unit_id,
            files.accepted_on >= months.period_start as is_new,
            case
                when files.closed_on <= months.month_end then files.last_state
                when files.classified_on <= months.month_end then files.first_state
                else 'DANG_THI_HANH'
            end as state,
            coalesce(amounts.due, 0) as due,
            coalesce(amounts.reduced, 0) as reduced,
            if(
                state = 'THI_HANH_XONG',
                amounts.paid_at_end,
                coalesce(amounts.paid_before + amounts.paid_this_year, 0)
            ) as paid,
            if(
                months.period_start > date '2025-10-01',
                least(paid, amounts.paid_before + amounts.paid_this_year),
                least(paid, amounts.paid_before)
            ) as paid_earlier,
        from demo.case_files as files
        join months
            on files.accepted_on <= months.month_end
            and coalesce(files.closed_on >= months.period_start or files.closed_on > months.month_end, true)
        left join amounts using (file_no)
        where files.is_required
    ),
    measured as (
        select
            'VIEC' as form,
            month_end, unit_id, is_new, state,
            count(*) as whole,
            count(*) filter (where state = 'THI_HANH_XONG') as done,
            count(*) filter (where state <> 'THI_HANH_XONG') as rest,
            0 as reduced,
        from positions
        group by all
        union all
        select
            'TIEN' as form,
            month_end, unit_id, is_new, state,
            sum(due - coalesce(paid_earlier, 0)) as whole,
            sum(coalesce(paid - paid_earlier, 0)) as done,
            sum(due - reduced - coalesce(paid, 0)) as rest,
            sum(reduced) as reduced,
        from positions
        group by all
    ),
    added_up as (
        select
            form,
            month_end,
            unit_id,
            coalesce(sum(whole) filter (where not is_new and state <> 'SO_THEO_DOI_RIENG'), 0) as nam_truoc_chuyen_sang,
            coalesce(sum(whole) filter (where is_new and state <> 'SO_THEO_DOI_RIENG'), 0) as thu_ly_moi,
            coalesce(sum(whole) filter (where state = 'UY_THAC'), 0) as uy_thac,
            coalesce(sum(whole) filter (where state = 'THU_HOI_QD'), 0) as thu_hoi_qd,
            coalesce(sum(done) filter (where state not in ('UY_THAC', 'THU_HOI_QD', 'SO_THEO_DOI_RIENG')), 0) as thi_hanh_xong,
            coalesce(sum(reduced) filter (where state not in ('UY_THAC', 'THU_HOI_QD', 'SO_THEO_DOI_RIENG')), 0) as giam_mien,
            coalesce(sum(rest) filter (where state = 'DINH_CHI'), 0) as dinh_chi,
            coalesce(sum(rest) filter (where state = 'GUI_LAI_YEU_CAU'), 0) as gui_lai_yeu_cau,
            coalesce(sum(rest) filter (where state in ('DANG_THI_HANH', 'THI_HANH_XONG')), 0) as dang_thi_hanh,
            coalesce(sum(rest) filter (where state = 'HOAN_THOA_THUAN'), 0) as hoan_thoa_thuan,
            coalesce(sum(rest) filter (where state = 'HOAN'), 0) as hoan,
            coalesce(sum(rest) filter (where state = 'TAM_DINH_CHI'), 0) as tam_dinh_chi,
            coalesce(sum(rest) filter (where state = 'CHUA_CO_DIEU_KIEN'), 0) as chua_co_dieu_kien,
            coalesce(sum(whole) filter (where state = 'SO_THEO_DOI_RIENG'), 0) as so_theo_doi_rieng,
        from measured
        group by all
    ),
    slipped as (
        select
            added_up.*,
            hash(unit_id || form || month_end::varchar) as report_no,
            -- Files the register has and nobody can find, or the other way round.
            case
                when chance(report_no, 'slips') < 0.10 then 1 + draw_int(report_no, 'slip', 3)
                when chance(report_no, 'slips') < 0.14 and thu_ly_moi > 3 and dang_thi_hanh > 3 then -1
                else 0
            end * if(form = 'TIEN', 1000000, 1) as slip,
            -- A total added up wrongly.
            if(chance(report_no, 'miscounts') < 0.012, 2, 0) * if(form = 'TIEN', 500000, 1) as miscount,
            -- Cases counted as enforceable twice.
            if(chance(report_no, 'counts twice') < 0.01, 1, 0) * if(form = 'TIEN', 300000, 1) as twice,
        from added_up
    ),
    complete as (
        select
            slipped.* replace (
                greatest(0, thu_ly_moi + slip) as thu_ly_moi,
                greatest(0, dang_thi_hanh + slip) as dang_thi_hanh,
            ),
            nam_truoc_chuyen_sang + thu_ly_moi + slip + miscount as tong_thu_ly,
            nam_truoc_chuyen_sang + thu_ly_moi + slip - uy_thac - thu_hoi_qd as tong_phai_thi_hanh,
            thi_hanh_xong + giam_mien + dinh_chi + gui_lai_yeu_cau + dang_thi_hanh + slip + hoan_thoa_thuan + twice
                as co_dieu_kien,
            tong_phai_thi_hanh - thi_hanh_xong - giam_mien - dinh_chi - gui_lai_yeu_cau as chuyen_ky_sau,
        from slipped
    )
select
    months.statistical_year,
    months.months,
    figures.month_end,
    figures.form,
    figures.unit_id,
    upper(figures.code) as code,
    figures.value::bigint as value,
from (
    unpivot (select * exclude (slip, miscount, twice, report_no) from complete)
    on columns(* exclude (form, month_end, unit_id))
    into name code value value
) as figures
join months using (month_end)
where figures.form = 'TIEN' or figures.code <> 'giam_mien'
order by figures.month_end, figures.form, figures.unit_id, figures.code;
