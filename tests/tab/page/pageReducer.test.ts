import type { ChangeRequest } from '../../../src/tab/features/ask/ChangeRequest.js';
import { initialPageState, pageReducer, type PageAction } from '../../../src/tab/page/pageReducer.js';

const after = (...actions: PageAction[]) => actions.reduce(pageReducer, initialPageState);

const diego = { list: 'delegators', id: 'diego' } as const;
const openDiego: PageAction = { type: 'openDetails', place: diego };
const aLink = (destination: Extract<PageAction, { type: 'followLink' }>['destination']): PageAction => ({
  type: 'followLink',
  destination,
});

test('keeps closed details, which the drawer needs while it closes', () => {
  expect(after(openDiego, { type: 'closeDetails' }).details).toEqual({ place: diego, isOpen: false });
  expect(after({ type: 'closeDetails' }).details).toBeUndefined();
});

test('closes the details when the request for a change opens, so that there is one drawer', () => {
  const about = { topic: 'callSettings' } as const;
  const state = after(openDiego, { type: 'openAsk', about });

  expect(state.details?.isOpen).toBe(false);
  expect(state.ask).toEqual({ about, isOpen: true });
  expect(pageReducer(state, { type: 'closeAsk' }).ask).toEqual({ about, isOpen: false });
});

test('follows a link to an entry: shows its list and opens its details', () => {
  const state = after({ type: 'showList', list: 'delegates' }, aLink('otherPeople'), aLink(diego));

  expect(state).toMatchObject({ shown: 'delegators', details: { place: diego, isOpen: true } });
  expect(state.deadEnd).toBeUndefined();
});

test.each(['malformed', 'otherPeople', 'unknownReader'] as const)(
  'stays at the list when a link leads nowhere: %s',
  (reason) => {
    const state = after({ type: 'showList', list: 'delegates' }, openDiego, aLink(reason));

    expect(state).toMatchObject({ shown: 'delegates', details: { isOpen: false }, deadEnd: reason });
  },
);

test('a link to the page as a whole closes the details and clears an earlier dead end', () => {
  const state = after(aLink('malformed'), openDiego, aLink(undefined));

  expect(state).toMatchObject({ details: { isOpen: false } });
  expect(state.deadEnd).toBeUndefined();
});

test('remembers only the latest request for a delegation', () => {
  const first: ChangeRequest = { ...diego, change: { kind: 'activate' }, at: 1 };
  const other: ChangeRequest = { ...first, list: 'delegates' };
  const latest: ChangeRequest = { ...first, change: { kind: 'end' }, at: 2 };
  const remember = (request: ChangeRequest): PageAction => ({ type: 'rememberRequest', request });

  expect(after(remember(first), remember(other), remember(latest)).requests).toEqual([other, latest]);
});

test('knows that the user retried a problem that replaced the page', () => {
  expect(initialPageState.hadProblem).toBe(false);
  expect(after({ type: 'retryProblem' }).hadProblem).toBe(true);
});
