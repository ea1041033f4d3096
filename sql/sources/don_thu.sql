-- One row per petition, complaint or denunciation.
create table sources.don_thu (
    ma_don          varchar primary key,
    ma_don_vi       varchar not null,
    loai_don        enum ('KHIEU_NAI', 'TO_CAO', 'KIEN_NGHI', 'PHAN_ANH') not null,
    ma_ho_so        varchar,
    ma_can_bo       varchar,
    loai_du_lieu    enum ('TON_CU', 'PHAT_SINH') not null,
    ngay_nhan       date not null,
    tinh_trang      enum ('MOI', 'DANG_GIAI_QUYET', 'DA_GIAI_QUYET', 'KHONG_THU_LY') not null,
    ngay_giai_quyet date,
    ngay_nhap       timestamp not null,
    ngay_cap_nhat   timestamp not null,
    ngay_xoa        timestamp,
);

comment on table sources.don_thu is 'Đơn thư, khiếu nại, tố cáo';
comment on column sources.don_thu.ma_don is 'Mã đơn';
comment on column sources.don_thu.ma_don_vi is 'Đơn vị giải quyết';
comment on column sources.don_thu.loai_don is 'Loại đơn';
comment on column sources.don_thu.ma_ho_so is 'Hồ sơ liên quan, có thể trống';
comment on column sources.don_thu.ma_can_bo is 'Người phụ trách';
comment on column sources.don_thu.loai_du_lieu is 'Tồn cũ hoặc phát sinh';
comment on column sources.don_thu.ngay_nhan is 'Ngày nhận';
comment on column sources.don_thu.tinh_trang is 'Tình trạng giải quyết';
comment on column sources.don_thu.ngay_giai_quyet is 'Ngày giải quyết';
comment on column sources.don_thu.ngay_nhap is 'Thời điểm nhập lần đầu';
comment on column sources.don_thu.ngay_cap_nhat is 'Thời điểm cập nhật gần nhất';
comment on column sources.don_thu.ngay_xoa is 'Thời điểm xóa (xóa mềm)';
