import {
  FluentProvider,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { app, authentication } from '@microsoft/teams-js';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The same lists in the style of the official starter: one script, React and Fluent, requests in an effect.
 */
const { hostOrigins } = JSON.parse(document.getElementById('page-config').textContent);
const themes = { dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

function App() {
  const [theme, setTheme] = useState('default');
  const [people, setPeople] = useState();
  useEffect(() => {
    (async () => {
      await app.initialize(hostOrigins);
      const context = await app.getContext();
      setTheme(context.app.theme);
      const headers = { authorization: `Bearer ${await authentication.getAuthToken()}` };
      const lists = await Promise.all(
        ['delegators', 'delegates'].map(async (list) => (await fetch(`/api/${list}`, { headers })).json()),
      );
      setPeople(lists.flatMap(({ value }) => value));
      app.notifySuccess();
    })();
  }, []);
  const rights = Object.keys(people?.[0]?.allowedActions ?? {});
  return (
    <FluentProvider theme={themes[theme] ?? teamsLightTheme}>
      {people === undefined ? (
        <Spinner />
      ) : (
        <Table>
          <TableHeader>
            <TableRow>
              {['Name', ...rights].map((name) => (
                <TableHeaderCell key={name}>{name}</TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {people.map(({ id, person, allowedActions }) => (
              <TableRow key={id}>
                <TableHeaderCell as="th" scope="row">
                  {person?.displayName}
                </TableHeaderCell>
                {rights.map((right) => (
                  <TableCell key={right}>{allowedActions[right] ? 'Yes' : 'No'}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </FluentProvider>
  );
}

createRoot(document.getElementById('root')).render(<App />);
