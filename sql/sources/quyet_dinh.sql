-- One row per decision drafted with the program.
create table sources.quyet_dinh (
    ma_quyet_dinh   varchar primary key,
    ma_ho_so        varchar,
    ma_don_vi       varchar not null,
    loai_quyet_dinh enum ('THI_HANH_AN', 'HOAN', 'TAM_DINH_CHI', 'DINH_CHI', 'UY_THAC', 'CUONG_CHE', 'THU_HOI', 'KHAC') not null,
    so_quyet_dinh   varchar,
    ngay_ky         date,
    ngay_tao        timestamp not null,
);

comment on table sources.quyet_dinh is 'Quyết định (phần mềm Hỗ trợ ra quyết định thi hành án)';
comment on column sources.quyet_dinh.ma_quyet_dinh is 'Mã quyết định';
comment on column sources.quyet_dinh.ma_ho_so is 'Hồ sơ, có thể trống';
comment on column sources.quyet_dinh.ma_don_vi is 'Đơn vị ra quyết định';
comment on column sources.quyet_dinh.loai_quyet_dinh is 'Loại quyết định';
comment on column sources.quyet_dinh.so_quyet_dinh is 'Số quyết định';
comment on column sources.quyet_dinh.ngay_ky is 'Ngày ký';
comment on column sources.quyet_dinh.ngay_tao is 'Thời điểm tạo';
