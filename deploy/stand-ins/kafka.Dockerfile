# Stands for apache/kafka: the same version from its jars.
FROM sitepulse:latest AS app
FROM eclipse-temurin:17-jre
COPY --from=app /opt/sitepulse/lib /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
RUN mkdir -p /var/lib/kafka/data /opt/kafka/config /opt/kafka/logs && chown -R 1000:1000 /var/lib/kafka /opt/kafka/config /opt/kafka/logs
CMD ["bash", "/etc/kafka/docker/run"]
