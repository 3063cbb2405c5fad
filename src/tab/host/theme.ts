import type { Theme } from '@fluentui/react-components';

const light = async (): Promise<Theme> => (await import('./themes/light.js')).theme;
const dark = async (): Promise<Theme> => (await import('./themes/dark.js')).theme;

const themes: Readonly<Record<string, () => Promise<Theme>>> = {
  default: light,
  dark,
  glass: dark,
  contrast: async () => (await import('./themes/highContrast.js')).theme,
};

/** The host's theme name → Fluent's theme, which is only loaded when it is shown. Rejects when it cannot be. */
export const loadTheme = (name: string): Promise<Theme> => (themes[name] ?? light)();
