-- One row per figure of a traditional (paper) statistical report, or of the platform’s own of a past period (NEN_TANG).
create table sources.bao_cao_giay (
    nam       integer not null,
    so_thang  integer not null check (so_thang between 1 and 12),
    loai_bieu enum ('VIEC', 'TIEN') not null,
    ma_don_vi varchar not null,
    chi_tieu  varchar not null,
    phien_ban enum ('SO_BO', 'CHINH_THUC', 'NEN_TANG') not null,
    gia_tri   bigint not null,
    primary key (nam, so_thang, loai_bieu, ma_don_vi, chi_tieu, phien_ban),
);

comment on table sources.bao_cao_giay is 'Báo cáo thống kê truyền thống (giấy)';
comment on column sources.bao_cao_giay.nam is 'Năm thống kê: 2026 là 01/10/2025 – 30/09/2026';
comment on column sources.bao_cao_giay.so_thang is 'Số tháng lũy kế từ 01/10';
comment on column sources.bao_cao_giay.loai_bieu is 'Biểu về việc hoặc về tiền (đồng)';
comment on column sources.bao_cao_giay.ma_don_vi is 'Phòng; tỉnh hoặc CUC (toàn quốc) khi chỉ biết tổng số; mã theo danh mục có hiệu lực vào ngày cuối kỳ';
comment on column sources.bao_cao_giay.chi_tieu is 'Mã chỉ tiêu thống kê; TY_LE ghi bằng phần vạn (8.531 là 85,31 %)';
comment on column sources.bao_cao_giay.phien_ban is 'Bản sơ bộ, bản chính thức, hoặc số liệu của phần mềm đã công bố cho kỳ trước đây (NEN_TANG)';
comment on column sources.bao_cao_giay.gia_tri is 'Giá trị: số việc, hoặc số tiền (đồng)';
