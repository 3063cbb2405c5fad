import { Problem } from '../../../src/server/Problem.js';
import {
  CallerGone,
  createRequestDeadline,
  inTime,
  type Deadline,
} from '../../../src/server/time/Deadline.js';

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
  const { deadline } = createRequestDeadline(10_000, 1_500);
  const ended = expect(inTime(endless, deadline)).rejects.toThrow('did not respond in time');

  jest.advanceTimersByTime(9_999);
  expect(deadline.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(isTooLate(deadline)).toBe(true);
  await ended;
});

test('the deadline for optional data starts when it is requested', () => {
  const { deadline } = createRequestDeadline(10_000, 1_500);
  jest.advanceTimersByTime(3_000);
  const side = deadline.startOptional();

  expect(side.deadlineMs).toBe(Date.now() + 1_500);
  jest.advanceTimersByTime(1_499);
  expect(side.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(isTooLate(side)).toBe(true);
  expect(deadline.signal.aborted).toBe(false);
});

test('the deadline for optional data ends early enough to respond without it', () => {
  const { deadline } = createRequestDeadline(10_000, 1_500);
  jest.advanceTimersByTime(8_500);
  const side = deadline.startOptional();

  jest.advanceTimersByTime(500);
  expect(isTooLate(side)).toBe(true);
  expect(deadline.signal.aborted).toBe(false);
});

test('a disconnected client aborts all deadlines', async () => {
  const { deadline, abandon } = createRequestDeadline(10_000, 1_500);
  const side = deadline.startOptional();

  abandon();
  expect(deadline.signal.reason).toBeInstanceOf(CallerGone);
  expect(side.signal.reason).toBeInstanceOf(CallerGone);
  await expect(inTime(endless, side)).rejects.toThrow(CallerGone);
});

test('inTime returns results that are ready in time and does not cancel the others', async () => {
  const { deadline, abandon } = createRequestDeadline(10_000, 1_500);

  expect(await inTime(Promise.resolve('token'), deadline)).toBe('token');
  await expect(inTime(Promise.reject(new Error('no token')), deadline)).rejects.toThrow('no token');
  const waiting = inTime(endless, deadline);
  abandon();
  await expect(waiting).rejects.toThrow(CallerGone);
});

test('leaves no timer running after the response', () => {
  const { deadline, end } = createRequestDeadline(10_000, 1_500);
  deadline.startOptional();

  end();
  expect(jest.getTimerCount()).toBe(0);
});
