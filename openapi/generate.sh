#!/usr/bin/env bash
# Regenerates src/Attendance.Client/Generated from openapi/attendance.json.
# The options are those that kiota-lock.json records: change them here, never there.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore
dotnet kiota generate -l CSharp -d openapi/attendance.json -o src/Attendance.Client/Generated \
  -c GraphClient -n Attendance.Client.Generated --type-access-modifier Internal \
  --exclude-backward-compatible --additional-data false \
  --structured-mime-types application/json --serializer none --deserializer none --clean-output
