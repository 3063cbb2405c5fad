// Everything that the app needs in Azure: the server as a container app behind https, an image registry, a managed identity,
// and, when several instances shall run, Redis for shared tokens and PostgreSQL for confirmations.

@description('Goes into the names of all resources; three to eleven lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param resourceSuffix string

param location string = resourceGroup().location

@description('The app registration (GUID).')
param clientId string

@description('The tenant of the app registration (GUID), or organizations.')
param tenantId string

@description('The app registration\'s secret. Empty: the managed identity proves the app, as a federated credential of it.')
@secure()
param clientSecret string = ''

@description('The container image. The first deployment has none of ours yet; the deploy step puts it in.')
param image string = 'mcr.microsoft.com/k8se/quickstart:latest'

@description('Shared stores for more than one instance. Without them exactly one instance runs, and confirmations live as long as it does.')
param shared bool = true

@description('Requests at the same time that one instance takes before another is started.')
param concurrentRequests int = 100

@minValue(1)
param maxInstances int = 5

@description('32 random bytes in base64 (openssl rand -base64 32): encrypts tokens in Redis.')
@secure()
param tokenCacheKey string = ''

@description('Of the database\'s administrator; needed when shared.')
@secure()
param databasePassword string = ''

var name = 'calldelegates${resourceSuffix}'
var isFederated = empty(clientSecret)
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var domain = '${name}.${environment.properties.defaultDomain}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
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

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
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
  }
}

resource redis 'Microsoft.Cache/redisEnterprise@2025-04-01' = if (shared) {
  name: name
  location: location
  sku: { name: 'Balanced_B0' }
  properties: { minimumTlsVersion: '1.2' }
}

resource redisDatabase 'Microsoft.Cache/redisEnterprise/databases@2025-04-01' = if (shared) {
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

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = if (shared) {
  name: name
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: 'delegates'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = if (shared) {
  parent: postgres
  name: 'delegates'
}

// The rule that stands for "from within Azure".
resource databaseFirewall 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (shared) {
  parent: postgres
  name: 'azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  dependsOn: [pull, database, databaseFirewall]
  properties: {
    environmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: concat(
        isFederated ? [] : [{ name: 'client-secret', value: clientSecret }],
        shared
          ? [
              {
                name: 'redis-url'
                value: 'rediss://:${uriComponent(redisDatabase!.listKeys().primaryKey)}@${redis!.properties.hostName}:10000'
              }
              { name: 'token-cache-key', value: tokenCacheKey }
              {
                name: 'database-url'
                value: 'postgresql://delegates:${uriComponent(databasePassword)}@${postgres!.properties.fullyQualifiedDomainName}:5432/delegates?sslmode=require'
              }
            ]
          : []
      )
    }
    template: {
      terminationGracePeriodSeconds: 20
      containers: [
        {
          name: 'server'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'PORT', value: '3978' }
              { name: 'TAB_ENDPOINT', value: 'https://${domain}' }
              { name: 'AAD_APP_CLIENT_ID', value: clientId }
              { name: 'AAD_APP_TENANT_ID', value: tenantId }
              { name: 'TRUST_PROXY', value: 'loopback, linklocal, uniquelocal, 100.64.0.0/10' }
            ],
            isFederated
              ? [{ name: 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID', value: identity.properties.clientId }]
              : [{ name: 'SECRET_AAD_APP_CLIENT_SECRET', secretRef: 'client-secret' }],
            shared
              ? [
                  { name: 'REDIS_URL', secretRef: 'redis-url' }
                  { name: 'TOKEN_CACHE_KEY', secretRef: 'token-cache-key' }
                  { name: 'DATABASE_URL', secretRef: 'database-url' }
                ]
              : [{ name: 'DATA_DIR', value: '/tmp/data' }]
          )
          probes: [
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 15 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 5 }
          ]
        }
      ]
      scale: {
        minReplicas: 1
        maxReplicas: shared ? maxInstances : 1
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: string(concurrentRequests) } } }
        ]
      }
    }
  }
}

output TAB_DOMAIN string = domain
output TAB_ENDPOINT string = 'https://${domain}'
output REGISTRY_NAME string = registry.name
output CONTAINER_APP_NAME string = app.name
output MANAGED_IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
