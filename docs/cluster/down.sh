#!/usr/bin/env bash
# down.sh [DIR]: ends the cluster that up.sh started in DIR (cluster/). What it keeps stays; up.sh goes on with it.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd -P)
folder=$(cd "${1:-$here/cluster}" && pwd -P)
. "$here/docs/cluster/parts.sh"
[ -d "$folder/run" ] || fail "$folder is no cluster's folder"
end_all
