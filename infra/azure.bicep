// Everything in Azure but the app itself: an image registry, a managed identity, the environment that the app runs in, and the
// stores that its instances share. infra/app.bicep puts the app into it, once there is an image.
// For the global cloud: in national clouds the audience of a managed identity is another one.

@description('Goes into the names of all resources. The registry\'s and the database\'s must be free in all of Azure.')
@minLength(3)
@maxLength(11)
param resourceSuffix string

param location string = resourceGroup().location

@description('Redis and PostgreSQL, which several instances need. Without them exactly one runs, and confirmations live as long as it does.')
param shared bool

@description('Of the database\'s administrator: 8 to 128 letters and digits, small and capital, as openssl rand -base64 32 makes them.')
@secure()
param databasePassword string

@description('A domain of your own, such as tab.contoso.com. Empty: the one that Azure gives.')
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
  // The other mode takes no notice of the role below.
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

// Reached over the internet, with TLS and a key. It may be lost at any time, so a second node would buy nothing.
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
  // Takes 35 connections of ours; infra/app.bicep stays below with all its instances, twice over while it is replaced.
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

// 0.0.0.0 stands for "from within Azure": it lets in the machines of every customer of Azure, and TLS and the password are what
// protects. A virtual network of one's own with private endpoints is the next step where that is not enough.
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
