import { z } from 'zod';

/** The properties that the package builder reads. The schema of the manifest version validates the rest. */
export const manifestShape = z.looseObject({
  manifestVersion: z.string(),
  developer: z.looseObject({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  name: z.looseObject({ short: z.string(), full: z.string() }),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  validDomains: z.array(z.string()),
  activities: z.looseObject({ activityTypes: z.array(z.looseObject({ type: z.string() })) }).optional(),
});
export type Manifest = z.output<typeof manifestShape>;

/** A language file that overrides texts of the manifest. */
export const translationShape = z.looseObject({
  'name.short': z.string(),
  'name.full': z.string(),
  'description.short': z.string(),
  'description.full': z.string(),
});
export type Translation = z.output<typeof translationShape>;

/** The store requires the publisher's name before an app name that describes the function. */
const prefix = (publisher: string | undefined, name: string): string =>
  publisher === undefined ? name : `${publisher} ${name}`;

export const publishManifest = (manifest: Manifest, publisher: string | undefined): Manifest => ({
  ...manifest,
  developer: { ...manifest.developer, name: publisher ?? manifest.developer.name },
  name: {
    ...manifest.name,
    short: prefix(publisher, manifest.name.short),
    full: prefix(publisher, manifest.name.full),
  },
});

export const publishTranslation = (words: Translation, publisher: string | undefined): Translation => ({
  ...words,
  'name.short': prefix(publisher, words['name.short']),
  'name.full': prefix(publisher, words['name.full']),
});

export const toTranslation = ({ name, description }: Manifest): Translation => ({
  'name.short': name.short,
  'name.full': name.full,
  'description.short': description.short,
  'description.full': description.full,
});
