import type { ListName } from '../../../contract/delegation.js';

/** Topic of the drawer. With several people, the user chooses one of them first. */
export type AskTopic =
  | {
      readonly topic: 'people';
      readonly list: ListName;
      readonly ids: readonly string[];
      /** Called with the chosen id. Defaults to asking for a change. */
      readonly open?: ((id: string) => void) | undefined;
    }
  /** Shows how to reach the settings for unanswered calls. */
  | { readonly topic: 'callSettings' }
  /** Shows how to reach one's own delegates, with no specific person. */
  | { readonly topic: 'delegates' };
