import { createLibsqlPlaces } from '../../support/libsqlPlaces.js';
import { testApi } from './api.js';
import { testConfirmations } from './contract.js';
import { testVersions } from './versions.js';

describe('confirmations in libSQL:', () => {
  testConfirmations(createLibsqlPlaces);
  testVersions(createLibsqlPlaces);
});

describe('over HTTP, in libSQL:', () => {
  testApi(createLibsqlPlaces);
});
