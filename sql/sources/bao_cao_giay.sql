-- One row per figure of a traditional (paper) statistical report.
create table sources.bao_cao_giay (
    nam       integer not null,
    so_thang  integer not null check (so_thang between 1 and 12),
    loai_bieu enum ('VIEC', 'TIEN') not null,
    ma_don_vi varchar not null,
    chi_tieu  varchar not null,
    phien_ban enum ('SO_BO', 'CHINH_THUC') not null,
    gia_tri   bigint not null,
    primary key (nam, so_thang, loai_bieu, ma_don_vi, chi_tieu, phien_ban),
);

comment on table sources.bao_cao_giay is 'Báo cáo thống kê truyền thống (giấy)';
comment on column sources.bao_cao_giay.nam is 'Năm thống kê: 2026 là 01/10/2025 – 30/09/2026';
comment on column sources.bao_cao_giay.so_thang is 'Số tháng lũy kế từ 01/10';
comment on column sources.bao_cao_giay.loai_bieu is 'Biểu về việc hoặc về tiền (đồng)';
comment on column sources.bao_cao_giay.ma_don_vi is 'Phòng, hoặc tỉnh khi chỉ biết tổng số';
comment on column sources.bao_cao_giay.chi_tieu is 'Mã chỉ tiêu thống kê';
comment on column sources.bao_cao_giay.phien_ban is 'Bản sơ bộ hoặc chính thức';
comment on column sources.bao_cao_giay.gia_tri is 'Giá trị: số việc, hoặc số tiền (đồng)';
