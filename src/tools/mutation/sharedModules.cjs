const { isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/** One keeps what it once learned of the machine, the other wants objects of its own realm. */
const loadedByJest = ['@azure/msal-node', 'oidc-provider'];

/** Packages are loaded once for a process, not once for each test file: half of what a mutant costs. */
module.exports = class SharedModules extends Runtime {
  /**
   * @override
   * @type {Runtime['requireModuleOrMock']}
   */
  requireModuleOrMock(from, name) {
    const isPackage = /^(?!@jest\/)[@a-z]/.test(name) && !isBuiltin(name) && !loadedByJest.includes(name);
    return isPackage && !/[\\/]node_modules[\\/]/.test(from)
      ? require(name)
      : super.requireModuleOrMock(from, name);
  }
};
