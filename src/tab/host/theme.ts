import type { Theme } from '@fluentui/react-components';
import { theme as dark } from './themes/dark.js';
import { theme as highContrast } from './themes/highContrast.js';
import { theme as light } from './themes/light.js';

const themes: Readonly<Record<string, Theme>> = { default: light, dark, glass: dark, contrast: highContrast };

export const toTheme = (name: string): Theme => themes[name] ?? light;
