import type { ListName } from '../../../contract/delegation.js';

/** What the reader wants to have changed, or to look at in Teams' own settings; several people: one of them is chosen first. */
export type Asking =
  | {
      readonly topic: 'people';
      readonly list: ListName;
      readonly ids: readonly string[];
      /** What is done with the one who is chosen, where it is not to ask. */
      readonly open?: ((id: string) => void) | undefined;
    }
  /** How to come to what happens to calls that nobody answers. */
  | { readonly topic: 'callSettings' }
  /** How to come to one's own delegates, whoever it is about. */
  | { readonly topic: 'delegates' };
