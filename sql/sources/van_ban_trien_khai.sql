-- One row per plan or directive a unit issued to roll the platform out.
create table sources.van_ban_trien_khai (
    ma_van_ban    varchar primary key,
    ma_don_vi     varchar not null,
    loai          enum ('KE_HOACH', 'CHI_DAO', 'TAP_HUAN', 'PHAN_CONG') not null,
    so_ky_hieu    varchar,
    ngay_ban_hanh date not null,
);

comment on table sources.van_ban_trien_khai is 'Văn bản triển khai Nền tảng số';
comment on column sources.van_ban_trien_khai.ma_van_ban is 'Mã văn bản';
comment on column sources.van_ban_trien_khai.ma_don_vi is 'Đơn vị ban hành';
comment on column sources.van_ban_trien_khai.loai is 'Loại văn bản';
comment on column sources.van_ban_trien_khai.so_ky_hieu is 'Số, ký hiệu';
comment on column sources.van_ban_trien_khai.ngay_ban_hanh is 'Ngày ban hành';
