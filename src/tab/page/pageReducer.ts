import type { ListName } from '../../contract/delegation.js';
import type { Destination, ListPlace } from '../delegation/resolvePlace.js';
import type { Asked } from '../features/ask/askedThisVisit.js';
import type { Asking } from '../features/ask/Asking.js';

/** What the user sees and has done. The lists themselves are in `usePageData`. */
export type PageState = {
  /** The visible list. Undefined until both lists have loaded or failed. */
  readonly shown: ListName | undefined;
  /** The open or most recent details. They stay mounted while closed, see SideDrawer. */
  readonly details: { readonly place: ListPlace; readonly isOpen: boolean } | undefined;
  /** The open or most recent request for a change, likewise. */
  readonly request: { readonly asking: Asking; readonly isOpen: boolean } | undefined;
  /** Requests made since the page was opened. Kept in memory only. */
  readonly asked: readonly Asked[];
  /** Reason why the last deep link leads to no entry. */
  readonly deadEnd: Extract<Destination, string> | undefined;
  /** True after the user retried a problem that replaced the page. */
  readonly hadProblem: boolean;
};

export type PageAction =
  | { readonly type: 'showList'; readonly list: ListName }
  | { readonly type: 'openDetails'; readonly place: ListPlace }
  | { readonly type: 'closeDetails' }
  | { readonly type: 'openRequest'; readonly asking: Asking }
  | { readonly type: 'closeRequest' }
  | { readonly type: 'rememberRequest'; readonly asked: Asked }
  /** `destination`: undefined for a link to the page as a whole. */
  | { readonly type: 'followLink'; readonly destination: Destination | undefined }
  | { readonly type: 'retryProblem' };

export const initialPageState: PageState = {
  shown: undefined,
  details: undefined,
  request: undefined,
  asked: [],
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
      return { ...state, details: state.details && { ...state.details, isOpen: false } };
    case 'openRequest':
      return {
        ...pageReducer(state, { type: 'closeDetails' }),
        request: { asking: action.asking, isOpen: true },
      };
    case 'closeRequest':
      return { ...state, request: state.request && { ...state.request, isOpen: false } };
    case 'rememberRequest':
      return {
        ...state,
        asked: [...state.asked.filter((each) => !isSameEntry(each, action.asked)), action.asked],
      };
    case 'followLink': {
      const { destination } = action;
      if (typeof destination === 'string')
        return { ...pageReducer(state, { type: 'closeDetails' }), deadEnd: destination };
      const found = { ...state, deadEnd: undefined };
      return destination === undefined
        ? pageReducer(found, { type: 'closeDetails' })
        : { ...found, shown: destination.list, details: { place: destination, isOpen: true } };
    }
    case 'retryProblem':
      return { ...state, hadProblem: true };
  }
}

const isSameEntry = (one: Asked, other: Asked): boolean => one.list === other.list && one.id === other.id;
