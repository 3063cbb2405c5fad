// All Azure resources except the app: image registry, managed identity, container environment, PostgreSQL and Redis.
// infra/app.bicep deploys the app once there is an image. Global cloud only: national clouds use another audience for managed
// identities.

@description('Part of the names of all resources. The names of registry and database must be unique in Azure.')
@minLength(3)
@maxLength(11)
param resourceSuffix string

param location string = resourceGroup().location

@description('Creates Redis and PostgreSQL, which several instances need. Without them one instance runs, and a restart loses confirmations.')
param shared bool

@description('Password of the database administrator: 8 to 128 characters with upper case, lower case and digits, such as from openssl rand -base64 32.')
@secure()
param databasePassword string

@description('Your own domain, such as tab.contoso.com. Empty: the domain that Azure assigns.')
param ownDomain string = ''

var name = 'calldelegates${resourceSuffix}'
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var domain = empty(ownDomain) ? '${name}.${environment.properties.defaultDomain}' : ownDomain

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  sku: { name: 'Basic' }
  // The other mode ignores the role assignment below.
  properties: { adminUserEnabled: false, roleAssignmentMode: 'LegacyRegistryPermissions' }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    roleDefinitionId: acrPull
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

// Reachable over the internet with TLS and a key. Its data may be lost at any time, so it needs no second node.
resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' = if (shared) {
  name: name
  location: location
  sku: { name: 'Balanced_B0' }
  properties: { minimumTlsVersion: '1.2', publicNetworkAccess: 'Enabled', highAvailability: 'Disabled' }
}

resource redisDatabase 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = if (shared) {
  parent: redis
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    evictionPolicy: 'VolatileLRU'
    clusteringPolicy: 'EnterpriseCluster'
    accessKeysAuthentication: 'Enabled'
    port: 10000
  }
}

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = if (shared) {
  name: name
  location: location
  // Leaves 35 connections to users. Twice all instances of infra/app.bicep, during a deployment, need fewer.
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: 'delegates'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = if (shared) {
  parent: postgres
  name: 'delegates'
}

// 0.0.0.0 means "from within Azure" and includes the machines of every Azure customer. TLS and the password protect the database.
// For more protection, use a virtual network with private endpoints.
resource databaseFirewall 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = if (shared) {
  parent: postgres
  name: 'azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

output TAB_DOMAIN string = domain
output TAB_ENDPOINT string = 'https://${domain}'
output AZURE_RESOURCE_NAME string = name
output REGISTRY_SERVER string = registry.properties.loginServer
output MANAGED_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
