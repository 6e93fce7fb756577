#!/usr/bin/env bash
# Regenerates the code of both packages from openapi/attendance.json: src/Attendance.Client/Generated, and what has to do with
# notifications in src/Attendance.Client.Notifications/Generated.
# The options are those that each kiota-lock.json records: change them here, never there.
set -euo pipefail
cd "$(dirname "$0")/.."

# Or else the tool looks on the network for a newer one, and keeps a log of that.
export KIOTA_OFFLINE_ENABLED=true

generate() {
    local package=$1
    shift
    dotnet kiota generate -l CSharp -d openapi/attendance.json -o "src/$package/Generated" \
        -c GraphClient -n "$package.Generated" --type-access-modifier Internal \
        --exclude-backward-compatible --additional-data false \
        --structured-mime-types application/json --serializer none --deserializer none --clean-output "$@"
}

# Its threads trip over each other in about one run of 64: "Object reference not set to an instance of an object".
generate_whole() {
    for _ in 1 2 3; do
        if generate "$@"; then return; fi
    done

    echo "Kiota failed three times, so the fault is hardly its own: see above what it says of openapi/attendance.json." >&2
    echo "src/$1/Generated is not whole. Get it back: git restore src/$1/Generated" >&2
    return 1
}

dotnet tool restore
trap 'rm -f src/*/Generated/.kiota.log' EXIT

generate_whole Attendance.Client --exclude-path '/subscriptions/**' --exclude-path '/subscriptions' --exclude-path '/communications/**'
generate_whole Attendance.Client.Notifications \
    --include-path '/subscriptions/**' --include-path '/subscriptions' --include-path '/communications/**'
