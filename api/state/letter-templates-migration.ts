import type {Migration} from './migrations.ts';

/** The templates of letters as people left them; the latest of a letter is in force. */
export const letterTemplatesMigration: Migration = {
  name: 'letter-templates',
  sql: `
    create table letter_templates (
        id     integer primary key,
        letter text not null,
        -- Null goes back to the template that comes with the program.
        text   text,
        reason text not null,
        at     text not null,
        actor  text not null,
        role   text not null
    ) strict;

    create index letter_templates_by_letter on letter_templates (letter, id);

    create trigger letter_templates_are_never_changed before update on letter_templates
    begin
        select raise(abort, 'Một bản của mẫu văn bản không được sửa; hãy ghi bản mới.');
    end;

    create trigger letter_templates_are_never_deleted before delete on letter_templates
    begin
        select raise(abort, 'Một bản của mẫu văn bản không được xóa.');
    end;
  `,
};
