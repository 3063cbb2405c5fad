# The server with the built tab. Nothing of it needs to be written to: run it with a read-only file system, and a volume at
# /data when the embedded database is used.
#
# The newest line of Node with long-term support. Not pinned to a digest: a build shall have the mends of that day, and what
# was built is deployed by its own digest, so nothing moves between builds.

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
# Half of the usual room for short-lived objects: below 150 MB in all, measured, for a tenth of the requests a second.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "dist/server/main.js"]
