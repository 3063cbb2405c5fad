/**
 * The setting that an administrator must change when Entra refuses a sign-in.
 * `location`: Conditional Access evaluates the server's outbound address. `device`: it requires a managed device.
 * `assignment`: the app requires assignment. `account`: the account is unknown in the tenant, or disabled.
 * `policy`: any other reason.
 */
export type BlockReason = 'location' | 'device' | 'assignment' | 'account' | 'policy';

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const reasons: Readonly<Record<string, BlockReason>> = {
  AADSTS53003: 'location',
  AADSTS53000: 'device',
  AADSTS53001: 'device',
  AADSTS530003: 'device',
  AADSTS50105: 'assignment',
  AADSTS50020: 'account',
  AADSTS50034: 'account',
  AADSTS50057: 'account',
  AADSTS90072: 'account',
};

/** @param entraCode such as `AADSTS53003`; undefined when Entra named none */
export const toBlockReason = (entraCode: string | undefined): BlockReason =>
  (entraCode === undefined ? undefined : reasons[entraCode]) ?? 'policy';
