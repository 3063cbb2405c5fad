import { createLibsqlPlace } from '../../support/libsqlPlaces.js';
import { testStore } from './store.js';

describe('notifications in libSQL:', () => testStore(createLibsqlPlace));
