import { Problem } from '../../../src/server/Problem.js';
import {
  CallerGone,
  createRequestScope,
  inTime,
  type Deadline,
} from '../../../src/server/time/RequestScope.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const endless = new Promise<never>(() => undefined);

const isTooLate = ({ signal }: Deadline) =>
  signal.reason instanceof Problem && signal.reason.reason.code === 'graph_timeout';

test('aborts at its deadline, not before', async () => {
  const { scope } = createRequestScope('id', 10_000, 1_500);
  const ended = expect(inTime(endless, scope)).rejects.toThrow('did not respond in time');

  jest.advanceTimersByTime(9_999);
  expect(scope.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(isTooLate(scope)).toBe(true);
  await ended;
});

test('the deadline for optional data starts when it is requested', () => {
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

test('the deadline for optional data ends early enough to respond without it', () => {
  const { scope } = createRequestScope('id', 10_000, 1_500);
  jest.advanceTimersByTime(8_500);
  const side = scope.startSide();

  jest.advanceTimersByTime(500);
  expect(isTooLate(side)).toBe(true);
  expect(scope.signal.aborted).toBe(false);
});

test('a disconnected client aborts all deadlines', async () => {
  const { scope, abandon } = createRequestScope('id', 10_000, 1_500);
  const side = scope.startSide();

  abandon();
  expect(scope.signal.reason).toBeInstanceOf(CallerGone);
  expect(side.signal.reason).toBeInstanceOf(CallerGone);
  await expect(inTime(endless, side)).rejects.toThrow(CallerGone);
});

test('inTime returns results that are ready in time and does not cancel the others', async () => {
  const { scope, abandon } = createRequestScope('id', 10_000, 1_500);

  expect(await inTime(Promise.resolve('token'), scope)).toBe('token');
  await expect(inTime(Promise.reject(new Error('no token')), scope)).rejects.toThrow('no token');
  const waiting = inTime(endless, scope);
  abandon();
  await expect(waiting).rejects.toThrow(CallerGone);
});

test('leaves no timer running after the response', () => {
  const { scope, end } = createRequestScope('id', 10_000, 1_500);
  scope.startSide();

  end();
  expect(jest.getTimerCount()).toBe(0);
});
