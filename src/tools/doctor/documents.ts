import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages, ssoScope } from '../../contract/paths.js';
import { microsoft365Hosts } from '../../server/auth/microsoft365Hosts.js';
import type { Config } from '../../server/config.js';
import { isLoopback } from '../../server/variables.js';
import { fillPlaceholders } from '../appPackage/placeholders.js';
import { environmentFiles, type Environment } from '../environmentFiles.js';
import { of, type CheckResult } from './CheckResult.js';
import { toAppIdUri } from './toAppIdUri.js';
import { toBrokerRedirect } from './toBrokerRedirect.js';

/**
 * Checks that the app manifest and the Entra manifest match the server's configuration: app id, origin,
 * redirect URIs and client applications.
 */
export function checkDocuments(
  config: Config,
  root: string,
  variables: Environment,
  environment: string,
): readonly CheckResult[] {
  return [
    checkDocument('Teams app manifest', 'appPackage/manifest.json', toManifestClaims),
    checkDocument('Entra app manifest', 'aad.manifest.json', toEntraClaims),
  ];

  function checkDocument(
    name: string,
    file: string,
    toClaims: (document: Document, config: Config) => readonly Claim[],
  ): CheckResult {
    const { ok, failed, skipped } = of(name);
    if (isLoopback(new URL(config.tabEndpoint))) {
      return skipped('TAB_ENDPOINT is on loopback, which a manifest cannot refer to.');
    }
    const { text, lines } = fillPlaceholders(
      readFileSync(join(root, file), 'utf8'),
      // Placeholders that only the Agents Toolkit fills are irrelevant to this check.
      {
        AAD_APP_OBJECT_ID: config.clientId,
        AAD_APP_ACCESS_AS_USER_PERMISSION_ID: config.clientId,
        ...variables,
      },
      environmentFiles(environment)[0],
    );
    const missing = lines.filter((line) => line.includes('has no value'));
    if (missing.length > 0)
      return skipped(`Not set yet: ${missing.map((line) => line.split(':')[0]).join(', ')}.`);
    if (lines[0] !== undefined) return failed(lines[0], `Correct it in ${environmentFiles(environment)[0]}.`);
    const wrong = toClaims(JSON.parse(text) as Document, config).find(
      ({ found, wanted }) => found !== wanted,
    );
    return wrong === undefined
      ? ok('Matches the configuration.')
      : failed(
          `${wrong.place} is ${JSON.stringify(wrong.found)}.`,
          `The configuration requires ${JSON.stringify(wrong.wanted)}. Correct ${file}, or the variable that it comes from.`,
        );
  }
}

type Claim = { readonly place: string; readonly found: unknown; readonly wanted: unknown };

// All properties are optional, because these files are edited by hand.
type Document = {
  readonly appId?: string;
  readonly webApplicationInfo?: { readonly id?: string; readonly resource?: string };
  readonly validDomains?: readonly string[];
  readonly staticTabs?: readonly { readonly contentUrl?: string }[];
  readonly identifierUris?: readonly string[];
  readonly api?: {
    readonly requestedAccessTokenVersion?: number;
    readonly oauth2PermissionScopes?: readonly { readonly value?: string }[];
    readonly preAuthorizedApplications?: readonly { readonly appId?: string }[];
  };
  readonly spa?: { readonly redirectUris?: readonly string[] };
};

function toManifestClaims(manifest: Document, config: Config): Claim[] {
  const { host } = new URL(config.tabEndpoint);
  const contentUrl = manifest.staticTabs?.[0]?.contentUrl ?? '';
  return [
    {
      place: 'webApplicationInfo.id',
      found: manifest.webApplicationInfo?.id?.toLowerCase(),
      wanted: config.clientId,
    },
    {
      place: 'webApplicationInfo.resource',
      found: manifest.webApplicationInfo?.resource?.toLowerCase(),
      wanted: toAppIdUri(config),
    },
    {
      place: 'staticTabs[0].contentUrl',
      found: contentUrl.split(/(?<=[^:/])\//)[0],
      wanted: config.tabEndpoint,
    },
    { place: 'validDomains', found: manifest.validDomains?.includes(host), wanted: true },
  ];
}

function toEntraClaims(manifest: Document, config: Config): Claim[] {
  const redirects = [`${config.tabEndpoint}${pages.authEnd}`, toBrokerRedirect(config.tabEndpoint)];
  return [
    { place: 'appId', found: manifest.appId?.toLowerCase(), wanted: config.clientId },
    {
      place: 'identifierUris[0]',
      found: manifest.identifierUris?.[0]?.toLowerCase(),
      wanted: toAppIdUri(config),
    },
    {
      place: 'api.requestedAccessTokenVersion',
      found: manifest.api?.requestedAccessTokenVersion,
      wanted: 2,
    },
    {
      place: 'api.oauth2PermissionScopes[0].value',
      found: manifest.api?.oauth2PermissionScopes?.[0]?.value,
      wanted: ssoScope,
    },
    {
      place: 'api.preAuthorizedApplications, in alphabetical order,',
      found: manifest.api?.preAuthorizedApplications
        ?.map(({ appId }) => appId?.toLowerCase())
        .sort()
        .join(' '),
      wanted: [...microsoft365Hosts.keys(), config.clientId].sort().join(' '),
    },
    {
      place: 'spa.redirectUris',
      found: manifest.spa?.redirectUris?.join(' '),
      wanted: redirects.join(' '),
    },
  ];
}
