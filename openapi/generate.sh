#!/usr/bin/env bash
# Regenerates src/Attendance.Client/Generated from openapi/attendance.json.
# The options are those that kiota-lock.json records: change them here, never there.
set -euo pipefail
cd "$(dirname "$0")/.."
generated=src/Attendance.Client/Generated

# Or else the tool looks on the network for a newer one, and keeps a log of that.
export KIOTA_OFFLINE_ENABLED=true

generate() {
    dotnet kiota generate -l CSharp -d openapi/attendance.json -o "$generated" \
        -c GraphClient -n Attendance.Client.Generated --type-access-modifier Internal \
        --exclude-backward-compatible --additional-data false \
        --structured-mime-types application/json --serializer none --deserializer none --clean-output
}

dotnet tool restore
trap 'rm -f "$generated/.kiota.log"' EXIT

# Its threads trip over each other in about one run of 64: "Object reference not set to an instance of an object".
for _ in 1 2 3; do
    if generate; then exit; fi
done

echo "Kiota failed three times, so the fault is hardly its own: see above what it says of openapi/attendance.json." >&2
echo "$generated is not whole. Get it back: git restore $generated" >&2
exit 1
