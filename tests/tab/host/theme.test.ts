import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { toTheme } from '../../../src/tab/host/theme.js';

test.each([
  ['default', teamsLightTheme],
  ['dark', teamsDarkTheme],
  ['glass', teamsDarkTheme],
  ['contrast', teamsHighContrastTheme],
  ['one that is new to us', teamsLightTheme],
])('a host that shows %s is answered with a theme that goes with it', (name, theme) => {
  expect(toTheme(name)).toBe(theme);
});
