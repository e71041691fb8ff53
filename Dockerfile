# syntax=docker/dockerfile:1

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml manifest.yml ./
COPY src/main src/main
# Tests and checks belong before an image, not into its build. What Maven fetches outlives the layer.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q package -Dmaven.test.skip=true -DskipChecks

# Ubuntu, so glibc: SQLite and the model of meaning bring native libraries for it.
FROM eclipse-temurin:25-jre-noble
# For the digest's picture: Java draws no text without a font.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --user-group --home-dir /data --create-home --shell /usr/sbin/nologin advocate
COPY --from=build /build/target/learning-advocate.jar /opt/learning-advocate.jar
# What every start would do anew: the classes that the demo loads, read and checked once. A start
# that finds the archive unfit goes on without it.
RUN timeout -s TERM 30 \
    java -XX:ArchiveClassesAtExit=/opt/learning-advocate.jsa -XX:+UseSerialGC \
      -jar /opt/learning-advocate.jar demo --port 0 > /dev/null 2>&1 || test $? -eq 124 \
    && test -s /opt/learning-advocate.jsa

ENV ADVOCATE_HOST=0.0.0.0 \
    ADVOCATE_PORT=3000 \
    ADVOCATE_DATABASE_URL=jdbc:sqlite:/data/advocate.db \
    MALLOC_ARENA_MAX=2
# advocate.yaml and the catalogue are looked for here too.
WORKDIR /data
VOLUME /data
# Numbers, so that Kubernetes can tell that this is not root.
USER 10001:10001
EXPOSE 3000
# "serve" has the HTTP server up in either door's case; other commands end before it is asked.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "/opt/learning-advocate.jar", "org.learningadvocate.app.Pulse"]

# A collector that takes little, and a heap that begins small: the bot waits most of its time, and
# what is heavy (the model of meaning) runs outside the heap.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/opt/learning-advocate.jsa", "-XX:+UseSerialGC", "-Xms48m", "-Xmn16m", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/learning-advocate.jar"]
CMD ["serve"]
