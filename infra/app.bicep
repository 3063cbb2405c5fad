// The container app that runs the server's image in the resources of infra/azure.bicep. Deployed with each image.

@description('AZURE_RESOURCE_NAME of infra/azure.bicep: the name of all its resources.')
param name string

param location string = resourceGroup().location

@description('registry/call-delegates@sha256:…, by digest so that each build is a new revision.')
param image string

@description('Host of the tab, as in the app registration and the Teams app.')
param tabDomain string

@description('Client id of the app registration (GUID).')
param clientId string

@description('Tenant of the app registration (GUID), or organizations.')
param tenantId string

@description('on or off: users may subscribe to notifications in Teams. The package must declare them.')
param notifications string

@description('Id (GUID) under which Teams knows the app: the catalog\'s if it is in the organization\'s catalog, otherwise the manifest\'s.')
param teamsAppId string

@description('As in infra/azure.bicep.')
param shared bool

@description('As in infra/azure.bicep.')
@secure()
param databasePassword string

@description('32 random bytes in base64 (openssl rand -base64 32) that encrypt tokens in Redis.')
@secure()
param tokenCacheKey string

@description('Your own domains with their certificates, as "az containerapp show" lists them. Others are removed.')
param customDomains array = []

@description('More variables of env/.env.example, each as { name, value }.')
param settings array = []

@description('Concurrent requests per instance before another instance starts.')
param concurrentRequests int = 100

@description('Each instance may open three connections to PostgreSQL. More instances need a larger database.')
@minValue(2)
@maxValue(5)
param maxInstances int = 5

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: name
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {
  name: name
}

resource environment 'Microsoft.App/managedEnvironments@2026-01-01' existing = {
  name: name
}

resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' existing = {
  name: name
}

resource redisDatabase 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' existing = {
  parent: redis
  name: 'default'
}

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' existing = {
  name: name
}

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, allowInsecure: false, customDomains: customDomains }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: shared
        ? [
            {
              name: 'redis-url'
              value: 'rediss://:${uriComponent(redisDatabase.listKeys().primaryKey)}@${redis.properties.hostName}:10000'
            }
            { name: 'token-cache-key', value: tokenCacheKey }
            {
              name: 'database-url'
              value: 'postgresql://delegates:${uriComponent(databasePassword)}@${postgres.properties.fullyQualifiedDomainName}:5432/delegates?sslmode=verify-full'
            }
          ]
        : []
    }
    template: {
      // The server needs at most 14 s after SIGTERM.
      terminationGracePeriodSeconds: 20
      containers: [
        {
          name: 'server'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'PORT', value: '3978' }
              { name: 'TAB_ENDPOINT', value: 'https://${tabDomain}' }
              { name: 'AAD_APP_CLIENT_ID', value: clientId }
              { name: 'AAD_APP_TENANT_ID', value: tenantId }
              { name: 'AAD_APP_MANAGED_IDENTITY_CLIENT_ID', value: identity.properties.clientId }
              { name: 'NOTIFICATIONS', value: notifications }
              { name: 'TEAMS_APP_ID', value: teamsAppId }
              { name: 'TRUST_PROXY', value: 'loopback, linklocal, uniquelocal, 100.64.0.0/10' }
            ],
            shared
              ? [
                  { name: 'REDIS_URL', secretRef: 'redis-url' }
                  { name: 'TOKEN_CACHE_KEY', secretRef: 'token-cache-key' }
                  { name: 'DATABASE_URL', secretRef: 'database-url' }
                ]
              : [{ name: 'DATA_DIR', value: '/tmp/data' }],
            settings
          )
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 3, timeoutSeconds: 3, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 15, timeoutSeconds: 3 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 5, timeoutSeconds: 3 }
          ]
        }
      ]
      scale: {
        minReplicas: shared ? 2 : 1
        maxReplicas: shared ? maxInstances : 1
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: string(concurrentRequests) } } }
        ]
      }
    }
  }
}

output CONTAINER_APP_NAME string = app.name
