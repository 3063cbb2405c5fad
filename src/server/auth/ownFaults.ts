/** A fault in the app's own setup and its fix. Both are full sentences. */
export type OwnFault = { readonly message: string; readonly fix: string };

const federate =
  'Add the managed identity of AAD_APP_MANAGED_IDENTITY_CLIENT_ID under Certificates & secrets > Federated credentials; with AZURE_FEDERATED_TOKEN_FILE (AKS) add the Kubernetes service account.';
const uploadCertificate =
  'Upload the public part of the file at AAD_APP_CERTIFICATE_PATH under Certificates & secrets.';
const setTenant = 'Set AAD_APP_TENANT_ID to the tenant’s GUID: Entra admin center > Overview > Tenant ID.';

/**
 * AADSTS numbers that the app's administrator has to fix, not the signed-in user.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const ownFaults: ReadonlyMap<number, OwnFault> = new Map(
  Object.entries({
    7000215: {
      message: 'The client secret is wrong.',
      fix: 'Set SECRET_AAD_APP_CLIENT_SECRET to the secret’s value, not its id. If the value is lost, create a new secret.',
    },
    7000222: {
      message: 'The client secret has expired.',
      fix: 'Create a new one under Certificates & secrets and set SECRET_AAD_APP_CLIENT_SECRET.',
    },
    7000218: {
      message: 'Entra treats the app as a public client.',
      fix: 'Under Authentication, set “Allow public client flows” to No, and check AAD_APP_CLIENT_ID.',
    },
    700016: {
      message: 'The app does not exist in the tenant.',
      fix: 'Check AAD_APP_CLIENT_ID, and that AAD_APP_TENANT_ID is the tenant in which it is registered.',
    },
    7000229: {
      message: 'The app has no service principal in the tenant.',
      fix: 'Create it: az ad sp create --id followed by the value of AAD_APP_CLIENT_ID.',
    },
    7000112: {
      message: 'The app is disabled in the tenant.',
      fix: 'Entra admin center > Enterprise apps > the app of AAD_APP_CLIENT_ID > Properties > Enabled for users to sign in: Yes.',
    },
    700027: { message: 'Entra does not know the certificate.', fix: uploadCertificate },
    700030: { message: 'Entra rejects the certificate.', fix: uploadCertificate },
    700024: {
      message: 'The app’s credential is outside its validity period.',
      fix: 'Synchronize the clock of the server (NTP), and check that the certificate at AAD_APP_CERTIFICATE_PATH has not expired.',
    },
    70021: { message: 'No federated credential matches the managed identity.', fix: federate },
    700211: { message: 'No federated credential matches the issuer of the managed identity.', fix: federate },
    700212: {
      message: 'No federated credential matches the audience of the managed identity.',
      fix: federate,
    },
    700213: { message: 'No federated credential matches the managed identity.', fix: federate },
    700223: { message: 'The tenant does not allow federated credentials of this kind.', fix: federate },
    90002: { message: 'The tenant does not exist.', fix: setTenant },
    50194: {
      message: 'The app is registered for one tenant only.',
      fix: 'Set AAD_APP_TENANT_ID to that tenant’s GUID, or register the app for accounts in any organizational directory.',
    },
    50049: {
      message: 'The authority host is not an Entra host.',
      fix: 'Check AAD_APP_OAUTH_AUTHORITY_HOST.',
    },
    500011: {
      message: 'The API does not exist in the tenant.',
      fix: 'Check GRAPH_ENDPOINT. For the app’s own API, check TAB_ENDPOINT and Expose an API > Application ID URI.',
    },
    70011: { message: 'The scope does not exist.', fix: 'Check GRAPH_ENDPOINT.' },
    650057: {
      message: 'The app registration does not request Microsoft Graph permissions.',
      fix: 'Add the delegated permissions of aad.manifest.json under API permissions of the app of AAD_APP_CLIENT_ID.',
    },
  } satisfies Record<number, OwnFault>).map(([code, fault]) => [Number(code), fault]),
);

/** Fallback for an unknown or missing number. */
export const someOwnFault: OwnFault = {
  message: 'Entra rejects this app.',
  fix:
    'Check AAD_APP_CLIENT_ID, AAD_APP_TENANT_ID and the credential (SECRET_AAD_APP_CLIENT_SECRET, AAD_APP_CERTIFICATE_PATH or ' +
    'AAD_APP_MANAGED_IDENTITY_CLIENT_ID); https://login.microsoftonline.com/error explains the AADSTS code.',
};
