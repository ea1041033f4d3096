import type {Migration} from './migrations.ts';

/** The files that came with objections. */
export const attachmentsMigration: Migration = {
  name: 'objection attachments',
  sql: `
    -- One row is the file that came with one objection, as it was sent in.
    create table board_attachments (
        objection_id integer primary key references board_objections (id),
        -- For people to read; no file is ever called so.
        name         text not null,
        type         text not null check (type in ('pdf', 'docx', 'png', 'jpg')),
        sha256       text not null,
        content      blob not null
    ) strict;

    create trigger board_attachments_are_never_changed before update on board_attachments
    begin
        select raise(abort, 'Tệp đính kèm đã gửi không được sửa.');
    end;

    create trigger board_attachments_are_never_cut before delete on board_attachments
    begin
        select raise(abort, 'Tệp đính kèm đã gửi không được xóa.');
    end;
  `,
};
