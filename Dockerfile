# The studio in a container: docker build -t stylecodes . && docker run -p 127.0.0.1:7860:7860 -e STYLECODES_TOKEN=... stylecodes
FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN mvn -q -B -pl cli -am package -Dmaven.test.skip=true \
 && mkdir -p /app/lib /app/nano \
 && cp -R nano/target/classes/. /app/nano/ \
 && cp cli/target/stylecodes-cli.jar /app/lib/ \
 && tr ':' '\n' < cli/target/classpath | grep -v '/nano/target/' | xargs -I{} cp {} /app/lib/

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless libgomp1 curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /data --uid 10001 stylecodes
COPY --from=build /app /app
COPY studio/container-entry /app/container-entry
USER stylecodes
ENV OMP_WAIT_POLICY=passive LC_ALL=C.UTF-8
VOLUME /data
EXPOSE 7860
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD curl -fsS http://127.0.0.1:7860/healthz || exit 1
ENTRYPOINT ["/app/container-entry"]
