-- One row per nomination for an award.
create table sources.de_nghi_khen_thuong (
    ma_de_nghi            varchar primary key,
    ma_don_vi_de_nghi     varchar not null,
    doi_tuong             enum ('TAP_THE', 'CA_NHAN') not null,
    ma_don_vi             varchar,
    ma_can_bo             varchar,
    hinh_thuc             enum ('BANG_KHEN_BO_TRUONG', 'GIAY_KHEN_CUC_TRUONG') not null,
    thu_tu_uu_tien        integer,
    ngay_nhan             date not null,
    co_to_trinh           boolean not null,
    co_bien_ban           boolean not null,
    co_bao_cao_thanh_tich boolean not null,
    co_xac_nhan           boolean not null,
    check ((ma_don_vi is null) <> (ma_can_bo is null)),
    check ((doi_tuong = 'TAP_THE') = (ma_don_vi is not null)),
);

comment on table sources.de_nghi_khen_thuong is 'Đề nghị khen thưởng';
comment on column sources.de_nghi_khen_thuong.ma_de_nghi is 'Mã đề nghị';
comment on column sources.de_nghi_khen_thuong.ma_don_vi_de_nghi is 'Đơn vị đề nghị: tỉnh hoặc đơn vị thuộc Cục';
comment on column sources.de_nghi_khen_thuong.doi_tuong is 'Đối tượng: tập thể hoặc cá nhân';
comment on column sources.de_nghi_khen_thuong.ma_don_vi is 'Tập thể được đề nghị';
comment on column sources.de_nghi_khen_thuong.ma_can_bo is 'Cá nhân được đề nghị';
comment on column sources.de_nghi_khen_thuong.hinh_thuc is 'Hình thức khen thưởng';
comment on column sources.de_nghi_khen_thuong.thu_tu_uu_tien is 'Thứ tự ưu tiên';
comment on column sources.de_nghi_khen_thuong.ngay_nhan is 'Ngày nhận hồ sơ';
comment on column sources.de_nghi_khen_thuong.co_to_trinh is 'Có tờ trình';
comment on column sources.de_nghi_khen_thuong.co_bien_ban is 'Có biên bản họp bình xét';
comment on column sources.de_nghi_khen_thuong.co_bao_cao_thanh_tich is 'Có báo cáo thành tích';
comment on column sources.de_nghi_khen_thuong.co_xac_nhan is 'Báo cáo thành tích có xác nhận';
