# The server with the built tab. It works with a read-only file system. The embedded database needs a volume at /data.
#
# The newest Node line that CI tests. Not pinned to a digest: each build gets the latest fixes. The built image is deployed
# by its own digest, so a deployment does not change between builds.

FROM node:26-alpine AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY webpack.config.js ./
COPY scripts ./scripts
COPY src ./src
RUN npm run build && find dist/tab -name '*.map' -delete

FROM node:26-alpine AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:26-alpine
ENV NODE_ENV=production PORT=3978 DATA_DIR=/data
WORKDIR /app
RUN mkdir -m 0700 /data && chown node:node /data
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist/server ./dist/server
COPY --from=build /app/dist/tab ./dist/tab
USER node
EXPOSE 3978
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
