#!/bin/sh
# Stands in for the program `code`; see launcher.ts.
here=$(dirname "$0")
exec "$here/../../node_modules/.bin/node" "$here/launcher.ts" "$@"
