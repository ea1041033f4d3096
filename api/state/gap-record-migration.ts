import type {Migration} from './migrations.ts';

/** What units say of the gaps between paper and platform, and the signature after which nothing more is said. */
export const gapRecordMigration: Migration = {
  name: 'gap-record',
  sql: `
    -- One row is why an indicator of a unit differs, as the unit said it: the latest of a unit, period, form and
    -- indicator is in force.
    create table gap_reasons (
        id          integer primary key,
        unit_id     text not null,
        province_id text not null,
        year        integer not null,
        months      integer not null,
        form        text not null check (form in ('VIEC', 'TIEN')),
        indicator   text not null,
        reason      text not null,
        comment     text not null,
        -- Both sides as they stood when it was said, and on which night.
        paper       real not null,
        platform    real not null,
        night       text not null,
        at          text not null,
        actor       text not null,
        role        text not null
    ) strict;

    create index gap_reasons_by_period on gap_reasons (year, months, form);

    -- One row is the leadership's signature under the record of a unit for a period and form.
    create table gap_signatures (
        id          integer primary key,
        unit_id     text not null,
        province_id text not null,
        year        integer not null,
        months      integer not null,
        form        text not null check (form in ('VIEC', 'TIEN')),
        night       text not null,
        at          text not null,
        actor       text not null,
        role        text not null,
        unique (unit_id, year, months, form)
    ) strict;

    create trigger gap_reasons_end_with_the_signature before insert on gap_reasons
    when exists (
        select 1 from gap_signatures
        where unit_id = new.unit_id and year = new.year and months = new.months and form = new.form
    )
    begin
        select raise(abort, 'Biên bản đối chiếu này đã chốt, không ghi thêm được nữa.');
    end;

    ${['gap_reasons', 'gap_signatures'].map(onlyAdded).join('\n')}
  `,
};

function onlyAdded(table: string): string {
  return `
    create trigger ${table}_are_never_changed before update on ${table}
    begin
        select raise(abort, 'Biên bản đối chiếu chỉ được ghi thêm, không được sửa.');
    end;

    create trigger ${table}_are_never_cut before delete on ${table}
    begin
        select raise(abort, 'Biên bản đối chiếu chỉ được ghi thêm, không được xóa.');
    end;`;
}
