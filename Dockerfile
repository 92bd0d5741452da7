# The pages are built with everything installed; what runs is without the tools.
FROM node:24-slim AS built
WORKDIR /grounds
COPY package.json package-lock.json .npmrc ./
# Prisma would fetch an engine that is never called: any program that exists will do in its place.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/true NEXT_TELEMETRY_DISABLED=1
RUN npm ci --include=dev --loglevel=error
COPY . .
RUN node node_modules/prisma/build/index.js generate
# A build opens no database, whatever address it is told. It makes the key of form actions, which every container of the image shares.
RUN NODE_ENV=production DATABASE_URL=postgresql://nobody@127.0.0.1:1/none SECRET=of-the-build-alone-and-never-used-to-sign \
    node node_modules/next/dist/bin/next build \
 && rm -rf .next/cache
RUN npm prune --omit=dev --loglevel=error

FROM node:24-slim
WORKDIR /grounds
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=built --chown=root:root /grounds ./
# The one folder it writes: the socket on which it asks itself for pages.
RUN mkdir .data && chown node:node .data
USER node
EXPOSE 3000
# Twenty seconds to begin: the first request waits for the pool.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "lib/pages/main.ts"]
