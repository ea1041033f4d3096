-- One row per money item of a case file, in whole đồng.
create table sources.khoan_tien (
    ma_khoan          varchar primary key,
    ma_ho_so          varchar not null,
    loai_khoan        enum ('AN_PHI', 'PHAT_TIEN', 'TICH_THU', 'BOI_THUONG', 'TRA_NO', 'CAP_DUONG', 'KHAC'),
    nop_ngan_sach     boolean,
    phai_thi_hanh     bigint,
    da_thi_hanh       bigint,
    da_thi_hanh_truoc bigint,
    giam_mien         bigint,
    con_phai_thi_hanh bigint,
    ngay_cap_nhat     timestamp not null,
);

comment on table sources.khoan_tien is 'Khoản tiền của hồ sơ (đồng)';
comment on column sources.khoan_tien.ma_khoan is 'Mã khoản tiền';
comment on column sources.khoan_tien.ma_ho_so is 'Hồ sơ';
comment on column sources.khoan_tien.loai_khoan is 'Loại khoản';
comment on column sources.khoan_tien.nop_ngan_sach is 'Nộp ngân sách nhà nước (true) hay trả cá nhân, tổ chức (false)';
comment on column sources.khoan_tien.phai_thi_hanh is 'Số tiền phải thi hành (đồng)';
comment on column sources.khoan_tien.da_thi_hanh is 'Số tiền đã thi hành (đồng)';
comment on column sources.khoan_tien.da_thi_hanh_truoc is 'Trong đó đã thi hành trước năm thống kê hiện tại (đồng)';
comment on column sources.khoan_tien.giam_mien is 'Số tiền được giảm, miễn (đồng)';
comment on column sources.khoan_tien.con_phai_thi_hanh is 'Số tiền còn phải thi hành (đồng)';
comment on column sources.khoan_tien.ngay_cap_nhat is 'Thời điểm cập nhật gần nhất';
