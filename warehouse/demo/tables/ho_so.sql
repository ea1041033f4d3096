-- Case files on the platform at the end of the night, with the flaws nobody has mended yet.
with
    present as (
        select
            files.*,
            if(files.mended_at < getvariable('cut_off'), 'none', files.flaw) as open_flaw,
            files.closed_on <= getvariable('night') as is_closed,
            files.classified_on <= getvariable('night') as is_classified,
            least(getvariable('night'), files.closed_on) as open_until,
        from demo.case_files as files
        where files.appears_at < getvariable('cut_off')
    )
select
    file_id as ma_ho_so,
    unit_id as ma_don_vi,
    case
        when open_flaw = 'missing_officer' then null
        when open_flaw = 'unknown_reference' and file_no % 2 = 0 then 'CB99' || right(officer_id, 4)
        else officer_id
    end as ma_chv,
    if(kind = 1, 'TON_CU', 'PHAT_SINH') as loai_du_lieu,
    if(open_flaw = 'missing_case_type' and file_no % 3 > 0, null, case_type) as loai_viec,
    if(open_flaw = 'missing_case_type' and file_no % 3 < 2, null, ground) as can_cu_thi_hanh,
    case
        when open_flaw = 'missing_judgment' and file_no % 3 = 0 then null
        when open_flaw = 'placeholder_text' and file_no % 4 = 0 then '0'
        else judgment_no
    end as so_ban_an,
    case
        when open_flaw = 'missing_judgment' and file_no % 3 = 1 then null
        when open_flaw = 'judgment_after_acceptance' then accepted_on + 2 + (file_no % 20)::integer
        else judged_on
    end as ngay_ban_an,
    case
        when open_flaw = 'missing_judgment' and file_no % 3 = 2 then '  '
        when open_flaw = 'placeholder_text' and file_no % 4 = 1 then 'không có'
        when open_flaw = 'damaged_text' and file_no % 3 = 0 then 'TÃ²a Ã¡n nhÃ¢n dÃ¢n khu vá»±c 1'
        else court
    end as toa_an,
    if(open_flaw = 'missing_decision' and file_no % 2 = 0, null, decision_no) as so_qd_tha,
    case
        when open_flaw = 'missing_decision' and file_no % 2 = 1 then null
        when open_flaw = 'decision_before_judgment' then judged_on - 1 - (file_no % 30)::integer
        when open_flaw = 'date_in_future' then decided_on + interval 36 year
        else decided_on
    end::date as ngay_qd_tha,
    if(open_flaw = 'accepted_after_entered', entered_at::date + 1 + (file_no % 4)::integer, accepted_on) as ngay_thu_ly,
    case
        when open_flaw = 'missing_debtor' and file_no % 2 = 0 then null
        when open_flaw = 'placeholder_text' and file_no % 4 = 2 then '...'
        when open_flaw = 'damaged_text' and file_no % 3 = 1 then regexp_replace(debtor_name, '[^ -~]', '�', 'g')
        when open_flaw = 'untidy_text' and file_no % 2 = 0 then replace(debtor_name, ' ', '  ')
        else debtor_name
    end as nguoi_phai_tha,
    if(open_flaw = 'bad_identifier', left(debtor_identity, 9), debtor_identity) as so_dinh_danh_phai_tha,
    case
        when open_flaw = 'missing_debtor' and file_no % 2 = 1 then null
        when open_flaw = 'placeholder_text' and file_no % 4 = 3 then 'aaaa'
        when open_flaw = 'damaged_text' and file_no % 3 = 2 then 'Sè 5 ®­êng TrÇn Phó'
        when open_flaw = 'untidy_text' and file_no % 2 = 1 then ' ' || debtor_address
        else debtor_address
    end as dia_chi_phai_tha,
    creditor_name as nguoi_duoc_tha,
    has_money as co_tien,
    case
        when is_closed then last_state
        when is_classified then first_state
        else 'CHUA_PHAN_LOAI'
    end as tinh_trang,
    case
        when is_closed then closed_on
        when is_classified then classified_on
        else accepted_on
    end as ngay_tinh_trang,
    entered_at as ngay_nhap,
    if(open_flaw = 'unknown_reference' and file_no % 2 = 1, 'CB99' || right(enterer_id, 4), enterer_id) as nguoi_nhap,
    greatest(
        entered_at,
        if(is_closed, closed_on + interval 10 hour, null),
        if(mended_at < getvariable('cut_off') and flaw <> 'none', mended_at, null),
        if(
            open_until >= entered_at::date,
            entered_at + to_days((open_until - entered_at::date) // days_between_looks * days_between_looks),
            null
        ),
        if(deleted_at < getvariable('cut_off'), deleted_at, null)
    ) as ngay_cap_nhat,
    if(deleted_at < getvariable('cut_off'), deleted_at, null) as ngay_xoa,
from present
