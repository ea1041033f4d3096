import type {Task} from '@lit/task';
import {html, type nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {language} from '../labels/words.ts';
import './page-state.ts';

/**
 * A page as its answer comes: while another is on its way the last one stays, marked as busy, so that nothing jumps;
 * what failed can be tried again. A change of language changes every word, so everything is drawn anew.
 */
export const answeredPage = <Arguments extends readonly unknown[], Answer>(
  task: Task<Arguments, Answer | null>,
  draw: (answer: Answer, isBusy: boolean) => TemplateResult | typeof nothing,
) => {
  const drawn = (answer: Answer | null | undefined, isBusy: boolean) =>
    answer ? draw(answer, isBusy) : html`<page-state kind="pending"></page-state>`;
  return keyed(
    language(),
    task.render({
      pending: () => drawn(task.value, true),
      complete: (answer) => drawn(answer, false),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => task.run()}
        ></page-state>`,
    }),
  );
};
