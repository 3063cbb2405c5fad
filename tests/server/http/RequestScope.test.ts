import { Problem } from '../../../src/server/Problem.js';
import {
  CallerGone,
  createRequestScope,
  inTime,
  type Deadline,
} from '../../../src/server/http/RequestScope.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const endless = new Promise<never>(() => undefined);

const isTooLate = ({ signal }: Deadline) =>
  signal.reason instanceof Problem && signal.reason.reason.code === 'graph_timeout';

test('what a request sets off ends with its deadline, and not before', async () => {
  const { scope } = createRequestScope('id', 10_000, 1_500);
  const ended = expect(inTime(endless, scope)).rejects.toThrow('did not answer in time');

  jest.advanceTimersByTime(9_999);
  expect(scope.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(isTooLate(scope)).toBe(true);
  await ended;
});

test('what may fail alone ends soon after it began, whenever that was', () => {
  const { scope } = createRequestScope('id', 10_000, 1_500);
  jest.advanceTimersByTime(3_000);
  const side = scope.startSide();

  expect(side.deadlineMs).toBe(Date.now() + 1_500);
  jest.advanceTimersByTime(1_499);
  expect(side.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(isTooLate(side)).toBe(true);
  expect(scope.signal.aborted).toBe(false);
});

test('when little time is left it ends earlier, so that the answer can go out without it', () => {
  const { scope } = createRequestScope('id', 10_000, 1_500);
  jest.advanceTimersByTime(8_500);
  const side = scope.startSide();

  jest.advanceTimersByTime(500);
  expect(isTooLate(side)).toBe(true);
  expect(scope.signal.aborted).toBe(false);
});

test('a caller who goes away ends everything', async () => {
  const { scope, abandon } = createRequestScope('id', 10_000, 1_500);
  const side = scope.startSide();

  abandon();
  expect(scope.signal.reason).toBeInstanceOf(CallerGone);
  expect(side.signal.reason).toBeInstanceOf(CallerGone);
  await expect(inTime(endless, side)).rejects.toThrow(CallerGone);
});

test('what was ready in time is given, and what is not is left alone', async () => {
  const { scope, abandon } = createRequestScope('id', 10_000, 1_500);

  expect(await inTime(Promise.resolve('token'), scope)).toBe('token');
  await expect(inTime(Promise.reject(new Error('no token')), scope)).rejects.toThrow('no token');
  const waiting = inTime(endless, scope);
  abandon();
  await expect(waiting).rejects.toThrow(CallerGone);
});

test('once it has been answered, nothing keeps the process waiting', () => {
  const { scope, end } = createRequestScope('id', 10_000, 1_500);
  scope.startSide();

  end();
  expect(jest.getTimerCount()).toBe(0);
});
