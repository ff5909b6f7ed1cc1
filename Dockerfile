# syntax=docker/dockerfile:1
# Build: the whole product, with the Node of the image; tests run in .ci/run, not here.
FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-17 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main/web/package.json src/main/web/package-lock.json src/main/web/
RUN mvn -B -q dependency:go-offline
COPY src/main src/main
COPY bpmn bpmn
COPY forms forms
COPY scenarios scenarios
RUN mvn -B -q package -Dmaven.test.skip=true \
    && java -Djarmode=tools -jar target/ruche-*.jar extract --layers --launcher --destination layers

# Run: a JRE, an account without privileges, nothing else.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /ruche --create-home ruche
USER ruche
WORKDIR /ruche
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
ENV SERVER_ADDRESS=0.0.0.0 JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
