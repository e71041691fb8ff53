# syntax=docker/dockerfile:1

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
# A layer of its own: it is fetched again only when pom.xml changes.
RUN mvn -B -q dependency:go-offline
COPY manifest.yml ./
COPY src/main src/main
# Tests and checks have run before an image is built.
RUN mvn -B -q package -Dmaven.test.skip=true -DskipChecks

# Ubuntu, so glibc: the model of meaning and SQLite bring native libraries for it.
FROM eclipse-temurin:25-jre-noble
# For the digest's picture; Java draws no text without a font.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --home-dir /data --create-home advocate
WORKDIR /data
COPY --from=build /build/target/learning-advocate.jar /opt/learning-advocate.jar
COPY --chmod=644 docker/Healthy.java /opt/Healthy.java

ENV ADVOCATE_HOST=0.0.0.0 \
    ADVOCATE_PORT=3000 \
    ADVOCATE_DATABASE_URL=jdbc:sqlite:/data/advocate.db
# Numbers, so that Kubernetes can tell that this is not root.
USER 10001:10001
VOLUME /data
EXPOSE 3000

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/learning-advocate.jar"]
CMD ["serve"]
