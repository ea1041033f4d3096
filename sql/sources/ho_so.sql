-- One row per enforcement case file.
create table sources.ho_so (
    ma_ho_so              varchar primary key,
    ma_don_vi             varchar not null,
    ma_chv                varchar,
    loai_du_lieu          enum ('TON_CU', 'PHAT_SINH') not null,
    loai_viec             enum ('DAN_SU', 'HON_NHAN_GIA_DINH', 'KINH_DOANH_TM', 'LAO_DONG', 'HINH_SU', 'HANH_CHINH', 'PHA_SAN', 'KHAC'),
    can_cu_thi_hanh       enum ('CHU_DONG', 'THEO_YEU_CAU'),
    so_ban_an             varchar,
    ngay_ban_an           date,
    toa_an                varchar,
    so_qd_tha             varchar,
    ngay_qd_tha           date,
    ngay_thu_ly           date not null,
    nguoi_phai_tha        varchar,
    so_dinh_danh_phai_tha varchar,
    dia_chi_phai_tha      varchar,
    nguoi_duoc_tha        varchar,
    co_tien               boolean not null,
    tinh_trang            enum ('CHUA_PHAN_LOAI', 'DANG_THI_HANH', 'CHUA_CO_DIEU_KIEN', 'HOAN_THOA_THUAN', 'HOAN', 'TAM_DINH_CHI', 'THI_HANH_XONG', 'DINH_CHI', 'UY_THAC', 'THU_HOI_QD', 'SO_THEO_DOI_RIENG', 'GUI_LAI_YEU_CAU') not null,
    ngay_tinh_trang       date,
    ngay_nhap             timestamp not null,
    nguoi_nhap            varchar,
    ngay_cap_nhat         timestamp not null,
    ngay_xoa              timestamp,
);

comment on table sources.ho_so is 'Hồ sơ thi hành án (phần mềm Tổ chức thi hành án)';
comment on column sources.ho_so.ma_ho_so is 'Mã hồ sơ';
comment on column sources.ho_so.ma_don_vi is 'Phòng đang giữ hồ sơ';
comment on column sources.ho_so.ma_chv is 'Chấp hành viên phụ trách';
comment on column sources.ho_so.loai_du_lieu is 'Tồn cũ hoặc phát sinh';
comment on column sources.ho_so.loai_viec is 'Loại việc';
comment on column sources.ho_so.can_cu_thi_hanh is 'Căn cứ thi hành: chủ động hoặc theo yêu cầu';
comment on column sources.ho_so.so_ban_an is 'Số bản án, quyết định';
comment on column sources.ho_so.ngay_ban_an is 'Ngày bản án, quyết định';
comment on column sources.ho_so.toa_an is 'Tòa án đã ra bản án';
comment on column sources.ho_so.so_qd_tha is 'Số quyết định thi hành án';
comment on column sources.ho_so.ngay_qd_tha is 'Ngày quyết định thi hành án';
comment on column sources.ho_so.ngay_thu_ly is 'Ngày thụ lý';
comment on column sources.ho_so.nguoi_phai_tha is 'Người phải thi hành án (dữ liệu cá nhân)';
comment on column sources.ho_so.so_dinh_danh_phai_tha is 'Số định danh 12 chữ số hoặc mã số thuế 10/13 chữ số của người phải thi hành án (dữ liệu cá nhân)';
comment on column sources.ho_so.dia_chi_phai_tha is 'Địa chỉ người phải thi hành án (dữ liệu cá nhân)';
comment on column sources.ho_so.nguoi_duoc_tha is 'Người được thi hành án (dữ liệu cá nhân)';
comment on column sources.ho_so.co_tien is 'Hồ sơ có nghĩa vụ về tiền';
comment on column sources.ho_so.tinh_trang is 'Tình trạng thi hành';
comment on column sources.ho_so.ngay_tinh_trang is 'Ở tình trạng này từ ngày';
comment on column sources.ho_so.ngay_nhap is 'Thời điểm nhập lần đầu trên Nền tảng số';
comment on column sources.ho_so.nguoi_nhap is 'Người nhập';
comment on column sources.ho_so.ngay_cap_nhat is 'Thời điểm cập nhật gần nhất';
comment on column sources.ho_so.ngay_xoa is 'Thời điểm xóa (xóa mềm)';
