# Stands for eclipse-temurin:17-jre and nginx: a Debian with both.
FROM sitepulse-check/debian
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates openjdk-17-jre-headless curl wget socat \
      fontconfig nginx-light \
 && rm -rf /var/lib/apt/lists/* \
 && ln -sf /dev/stderr /var/log/nginx/error.log && ln -sf /dev/stdout /var/log/nginx/access.log
# What this machine trusts, for builds behind a proxy of a company.
COPY trust/ /etc/ssl/certs/
LABEL io.sitepulse.stand-in=true
