// The app: the server's image as a container app, in what infra/azure.bicep has made. Deployed anew with each image.

@description('AZURE_RESOURCE_NAME of infra/azure.bicep, which everything there is called.')
param name string

param location string = resourceGroup().location

@description('By its digest, so that a new build is a new revision: registry/call-delegates@sha256:…')
param image string

@description('The tab\'s host, as the app registration and the Teams app know it.')
param tabDomain string

@description('The app registration (GUID).')
param clientId string

@description('The tenant of the app registration (GUID), or organizations.')
param tenantId string

@description('on or off: people may ask to be told in Teams when a delegation of theirs changes. The package must agree.')
param notifications string

@description('The id (GUID) under which Teams knows the app: the manifest\'s, or once it is in the organisation\'s catalogue, the catalogue\'s.')
param teamsAppId string

@description('As in infra/azure.bicep.')
param shared bool

@description('As in infra/azure.bicep.')
@secure()
param databasePassword string

@description('32 random bytes in base64 (openssl rand -base64 32): encrypts tokens in Redis.')
@secure()
param tokenCacheKey string

@description('Domains of your own with their certificates, as "az containerapp show" lists them; what is not named here is removed.')
param customDomains array = []

@description('Further variables of env/.env.example: { name, value } each.')
param settings array = []

@description('Requests at the same time that one instance takes before another is started.')
param concurrentRequests int = 100

@description('Each may keep three connections to PostgreSQL: a larger number needs a larger database.')
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
      // More than the 14 s that the server takes at most after SIGTERM.
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
