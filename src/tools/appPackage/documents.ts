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

/**
 * Prefixes the app's name with the publisher's name, as the store requires for names that describe the
 * function.
 */
export const publishManifest = (manifest: Manifest, publisher: string | undefined): Manifest =>
  publisher === undefined
    ? manifest
    : {
        ...manifest,
        developer: { ...manifest.developer, name: publisher },
        name: {
          ...manifest.name,
          short: `${publisher} ${manifest.name.short}`,
          full: `${publisher} ${manifest.name.full}`,
        },
      };

export const publishTranslation = (translation: Translation, publisher: string | undefined): Translation =>
  publisher === undefined
    ? translation
    : {
        ...translation,
        'name.short': `${publisher} ${translation['name.short']}`,
        'name.full': `${publisher} ${translation['name.full']}`,
      };

export const toTranslation = ({ name, description }: Manifest): Translation => ({
  'name.short': name.short,
  'name.full': name.full,
  'description.short': description.short,
  'description.full': description.full,
});
