-- One row per unit: the Department, its units, provinces, professional divisions, regional offices.
create table sources.don_vi (
    ma_don_vi         varchar primary key,
    ten_don_vi        varchar not null,
    cap_don_vi        enum ('CUC', 'DON_VI_CUC', 'TINH', 'PHONG_NV', 'PHONG_KV') not null,
    ma_don_vi_cha     varchar,
    ma_tinh           varchar,
    ngay_hieu_luc     date not null,
    ngay_het_hieu_luc date,
);

comment on table sources.don_vi is 'Đơn vị trong Hệ thống THADS';
comment on column sources.don_vi.ma_don_vi is 'Mã đơn vị: CUC; CUC.CDS …; mã tỉnh hai chữ số; mã phòng như 38.KV05, 38.NV1';
comment on column sources.don_vi.ten_don_vi is 'Tên đơn vị';
comment on column sources.don_vi.cap_don_vi is 'Cấp đơn vị: Cục, đơn vị thuộc Cục, THADS tỉnh, phòng nghiệp vụ, phòng khu vực';
comment on column sources.don_vi.ma_don_vi_cha is 'Đơn vị cấp trên; chỉ CUC để trống';
comment on column sources.don_vi.ma_tinh is 'Mã tỉnh hai chữ số; để trống với CUC và đơn vị thuộc Cục';
comment on column sources.don_vi.ngay_hieu_luc is 'Có hiệu lực từ ngày';
comment on column sources.don_vi.ngay_het_hieu_luc is 'Hết hiệu lực (sáp nhập, giải thể)';
