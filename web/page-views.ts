import type {PageName} from '../api/answers.ts';
import {send} from './client.ts';

/** Tells the server that a page was opened; it counts by role and day. Nobody waits for it, and nothing depends on it. */
export function tellView(page: PageName): void {
  void send('POST', '/api/v1/usage', {page}).catch(() => undefined);
}
