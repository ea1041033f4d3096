-- One row per official.
create table sources.can_bo (
    ma_can_bo    varchar primary key,
    ho_ten       varchar not null,
    ma_don_vi    varchar not null,
    gioi_tinh    enum ('NAM', 'NU') not null,
    chuc_danh    enum ('CHV_CAO_CAP', 'CHV_TRUNG_CAP', 'CHV_SO_CAP', 'THAM_TRA_VIEN', 'THU_KY', 'CHUYEN_VIEN', 'KE_TOAN', 'KHAC') not null,
    lanh_dao     boolean not null,
    la_cong_chuc boolean not null,
    ngay_vao     date not null,
    ngay_roi     date,
);

comment on table sources.can_bo is 'Cán bộ, công chức, người lao động';
comment on column sources.can_bo.ma_can_bo is 'Mã cán bộ';
comment on column sources.can_bo.ho_ten is 'Họ và tên (dữ liệu cá nhân)';
comment on column sources.can_bo.ma_don_vi is 'Đơn vị công tác';
comment on column sources.can_bo.gioi_tinh is 'Giới tính';
comment on column sources.can_bo.chuc_danh is 'Chức danh: Chấp hành viên cao cấp, trung cấp, sơ cấp; Thẩm tra viên; Thư ký; Chuyên viên; Kế toán; khác';
comment on column sources.can_bo.lanh_dao is 'Là cấp trưởng hoặc cấp phó của đơn vị';
comment on column sources.can_bo.la_cong_chuc is 'Là công chức, được tính khi xác định chỉ tiêu khen thưởng';
comment on column sources.can_bo.ngay_vao is 'Ngày vào đơn vị';
comment on column sources.can_bo.ngay_roi is 'Ngày rời đơn vị';
