-- One row per matter that bars a unit or a person from awards.
create table sources.vu_viec_xem_xet (
    ma_vu_viec varchar primary key,
    ma_don_vi  varchar,
    ma_can_bo  varchar,
    loai       enum ('KET_LUAN_VI_PHAM_NGHIEM_TRONG', 'XEM_XET_KY_LUAT', 'THI_HANH_KY_LUAT', 'KHOI_TO_DIEU_TRA', 'DON_THU_DANG_XAC_MINH', 'BAO_CHI_NEU_DANG_XAC_MINH') not null,
    tu_ngay    date not null,
    den_ngay   date,
    check ((ma_don_vi is null) <> (ma_can_bo is null)),
);

comment on table sources.vu_viec_xem_xet is 'Vụ việc ảnh hưởng đến điều kiện khen thưởng';
comment on column sources.vu_viec_xem_xet.ma_vu_viec is 'Mã vụ việc';
comment on column sources.vu_viec_xem_xet.ma_don_vi is 'Đơn vị liên quan (khi không phải cá nhân)';
comment on column sources.vu_viec_xem_xet.ma_can_bo is 'Cá nhân liên quan (khi không phải đơn vị)';
comment on column sources.vu_viec_xem_xet.loai is 'Loại vụ việc';
comment on column sources.vu_viec_xem_xet.tu_ngay is 'Từ ngày';
comment on column sources.vu_viec_xem_xet.den_ngay is 'Đến ngày; trống khi chưa kết thúc';
