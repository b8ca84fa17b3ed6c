# Stands for clickhouse/clickhouse-server: the embedded engine of the same version.
FROM sitepulse:latest AS app
FROM node:20-bookworm
COPY --from=app /opt/sitepulse/lib /opt/sitepulse/lib
COPY engine/ /opt/engine/
ENV SITEPULSE_CACHE=/opt/engine
RUN java -cp '/opt/sitepulse/lib/*' io.sitepulse.local.cli.SitepulseCommand fetch-engine \
 && mkdir -p /var/lib/clickhouse && chown 101:101 /var/lib/clickhouse
COPY clickhouse-run /usr/local/bin/clickhouse-run
CMD ["bash", "/usr/local/bin/clickhouse-run"]
