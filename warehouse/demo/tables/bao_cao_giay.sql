-- Paper reports known by the night: a preliminary one at the end of the month, the final one three days later.
select
    statistical_year as nam,
    months as so_thang,
    form as loai_bieu,
    unit_id as ma_don_vi,
    code as chi_tieu,
    version as phien_ban,
    value as gia_tri,
from demo.paper_reports
cross join (values ('SO_BO', 0), ('CHINH_THUC', 3)) as versions (version, days_after)
where month_end + days_after <= getvariable('night')
order by all
