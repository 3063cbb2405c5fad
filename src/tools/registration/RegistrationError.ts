/** What stands in the way of the registration: one line each, with how to mend it. */
export class RegistrationError extends Error {
  override name = 'RegistrationError';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
