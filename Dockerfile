# The studio in a container: docker build -t stylecodes . && docker run -p 127.0.0.1:7860:7860 -e STYLECODES_TOKEN=... stylecodes
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN mvn -q -B -Dmaven.test.skip=true package \
 && mkdir /opt/stylecodes \
 && tar -xzf dist/target/stylecodes-*-linux-x86_64.tar.gz -C /opt/stylecodes --strip-components=1

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /data --uid 10001 stylecodes
COPY --from=build /opt/stylecodes /opt/stylecodes
COPY studio/container-entry /opt/container-entry
USER stylecodes
ENV STYLECODES_JAVA_OPTIONS=-XX:MaxRAMPercentage=50
VOLUME /data
EXPOSE 7860
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD curl -fsS http://127.0.0.1:7860/healthz || exit 1
ENTRYPOINT ["/opt/container-entry"]
