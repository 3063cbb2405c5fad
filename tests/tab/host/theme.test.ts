import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { toTheme } from '../../../src/tab/host/theme.js';

test.each([
  ['default', teamsLightTheme],
  ['dark', teamsDarkTheme],
  ['glass', teamsDarkTheme],
  ['contrast', teamsHighContrastTheme],
  ['one that is unknown', teamsLightTheme],
])('maps the host’s theme %s to a matching Fluent theme', (name, theme) => {
  expect(toTheme(name)).toBe(theme);
});
