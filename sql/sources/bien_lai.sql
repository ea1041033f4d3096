-- One row per electronic receipt.
create table sources.bien_lai (
    so_bien_lai varchar primary key,
    ma_don_vi   varchar not null,
    ma_ho_so    varchar,
    so_tien     bigint not null check (so_tien > 0),
    ngay_lap    timestamp not null,
    da_huy      boolean not null,
);

comment on table sources.bien_lai is 'Biên lai điện tử';
comment on column sources.bien_lai.so_bien_lai is 'Số biên lai';
comment on column sources.bien_lai.ma_don_vi is 'Đơn vị lập';
comment on column sources.bien_lai.ma_ho_so is 'Hồ sơ, có thể trống';
comment on column sources.bien_lai.so_tien is 'Số tiền (đồng)';
comment on column sources.bien_lai.ngay_lap is 'Thời điểm lập';
comment on column sources.bien_lai.da_huy is 'Đã hủy';
