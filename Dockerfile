# Two stages: the SDK publishes, the runtime runs. Nothing secret is built in; docs/configuration.md says what must be given.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Api -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# All that is written lies in /data: the root file system may be read-only. Diagnostics would open a socket in /tmp.
RUN install -d -o "$APP_UID" -g "$APP_UID" /data
ENV Database__Path=/data/dibao.db \
    Keys__Path=/data/keys \
    SQLITE_TMPDIR=/data \
    DOTNET_EnableDiagnostics=0
WORKDIR /app
COPY --from=build /app .
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "Dibao.Api.dll"]
