import {WrongUsage} from '../../warehouse/errors.ts';

/** The mail server that bulletins go out by, and who they come from. */
export interface MailSettings {
  server: URL;
  from: string;
}

/** Reads where mail goes out (THADS_SMTP_URL, THADS_MAIL_FROM); none where nothing is to be sent. */
export function readMailSettings(
  env: Readonly<Record<string, string | undefined>>,
): MailSettings | undefined {
  const {THADS_SMTP_URL: smtp, THADS_MAIL_FROM: from} = env;
  if (!smtp && !from) return undefined;
  if (!smtp || !from) {
    throw new WrongUsage('Muốn gửi thư thì phải đặt cả THADS_SMTP_URL và THADS_MAIL_FROM.');
  }
  const server = URL.parse(smtp);
  if (server === null || !['smtp:', 'smtps:'].includes(server.protocol)) {
    throw new WrongUsage('THADS_SMTP_URL phải viết như smtps://ten:mat-khau@thu.example.vn:465.');
  }
  if (!/^[^\s<>]+@[^\s<>]+$/.test(from)) {
    throw new WrongUsage('THADS_MAIL_FROM phải là một địa chỉ thư, như ban-tin@thads.example.vn.');
  }
  return {server, from};
}
