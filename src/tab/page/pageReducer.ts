import type { ListName } from '../../contract/delegation.js';
import type { Destination, ListPlace } from '../delegation/resolvePlace.js';
import type { ChangeRequest } from '../features/ask/ChangeRequest.js';
import type { AskTopic } from '../features/ask/AskDrawer.js';

/** The view and the actions of the user. The lists themselves are in `usePageData`. */
type PageState = {
  /** The visible list. Undefined until both lists have loaded or failed. */
  readonly shown: ListName | undefined;
  /** The open or most recent details. They stay mounted while closed, see SideDrawer. */
  readonly details: { readonly place: ListPlace; readonly isOpen: boolean } | undefined;
  /** The open or most recent drawer with a request for a change, or with the steps to make one. */
  readonly ask: { readonly about: AskTopic; readonly isOpen: boolean } | undefined;
  /** Requests made since the page was opened. Kept in memory only. */
  readonly requests: readonly ChangeRequest[];
  /** Reason why the last deep link leads to no entry. */
  readonly deadEnd: Extract<Destination, string> | undefined;
  /** True after the user retried a problem that replaced the page. */
  readonly hadProblem: boolean;
};

export type PageAction =
  | { readonly type: 'showList'; readonly list: ListName }
  | { readonly type: 'openDetails'; readonly place: ListPlace }
  | { readonly type: 'closeDetails' }
  | { readonly type: 'openAsk'; readonly about: AskTopic }
  | { readonly type: 'closeAsk' }
  | { readonly type: 'rememberRequest'; readonly request: ChangeRequest }
  /** `destination`: undefined for a link to the page as a whole. */
  | { readonly type: 'followLink'; readonly destination: Destination | undefined }
  | { readonly type: 'retryProblem' };

export const initialPageState: PageState = {
  shown: undefined,
  details: undefined,
  ask: undefined,
  requests: [],
  deadEnd: undefined,
  hadProblem: false,
};

export function pageReducer(state: PageState, action: PageAction): PageState {
  switch (action.type) {
    case 'showList':
      return { ...state, shown: action.list };
    case 'openDetails':
      return { ...state, details: { place: action.place, isOpen: true } };
    case 'closeDetails':
      return { ...state, details: close(state.details) };
    case 'openAsk':
      return { ...state, details: close(state.details), ask: { about: action.about, isOpen: true } };
    case 'closeAsk':
      return { ...state, ask: close(state.ask) };
    case 'rememberRequest': {
      const { request } = action;
      const others = state.requests.filter(({ list, id }) => list !== request.list || id !== request.id);
      return { ...state, requests: [...others, request] };
    }
    case 'followLink': {
      const { destination } = action;
      return typeof destination === 'object'
        ? {
            ...state,
            shown: destination.list,
            details: { place: destination, isOpen: true },
            deadEnd: undefined,
          }
        : { ...state, details: close(state.details), deadEnd: destination };
    }
    case 'retryProblem':
      return { ...state, hadProblem: true };
  }
}

const close = <Drawer extends { readonly isOpen: boolean }>(drawer: Drawer | undefined): Drawer | undefined =>
  drawer && { ...drawer, isOpen: false };
