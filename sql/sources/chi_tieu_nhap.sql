-- One row per office, officer, system and kind of data: how many files are to be entered.
create table sources.chi_tieu_nhap (
    ma_don_vi    varchar not null,
    ma_can_bo    varchar not null,
    he_thong     enum ('TCTHA', 'KNTC') not null,
    loai_du_lieu enum ('TON_CU', 'PHAT_SINH') not null,
    so_phai_nhap integer not null check (so_phai_nhap >= 0),
    primary key (ma_don_vi, ma_can_bo, he_thong, loai_du_lieu),
);

comment on table sources.chi_tieu_nhap is 'Số hồ sơ phải nhập theo sổ giấy';
comment on column sources.chi_tieu_nhap.ma_don_vi is 'Phòng phải nhập';
comment on column sources.chi_tieu_nhap.ma_can_bo is 'Người phải nhập; dấu - khi chưa phân công';
comment on column sources.chi_tieu_nhap.he_thong is 'Hệ thống: Tổ chức thi hành án hoặc khiếu nại, tố cáo';
comment on column sources.chi_tieu_nhap.loai_du_lieu is 'Tồn cũ (thụ lý trước 20/01/2026) hoặc phát sinh (từ ngày đó)';
comment on column sources.chi_tieu_nhap.so_phai_nhap is 'Số hồ sơ phải nhập tính đến ngày số liệu';
