# What the two scripts that build for devices share. Each of them sources it with its own arguments.

cd "$(dirname "$0")/../.."

dry=false
case "${1-}" in
  "") ;;
  --dry-run) dry=true ;;
  *) echo "usage: $0 [--dry-run]" >&2; exit 2 ;;
esac

# Runs a command; or prints it as it would be typed: what is empty or has other letters in quotes.
run() {
  if $dry; then
    for word; do
      case $word in
        "" | *[!A-Za-z0-9_./=-]*) printf "'%s' " "$word" ;;
        *) printf "%s " "$word" ;;
      esac
    done
    echo
  else
    "$@"
  fi
}

# One package at a time: together with others it would get the features of all.
engine=avalo-sdk-ffi

# Writes the code of a language into a folder. It is the same for every processor, and uniffi reads it from any of the
# libraries.
generate() {
  run cargo build --locked --release -p avalo-uniffi-bindgen
  run target/release/avalo-uniffi-bindgen generate "$1" --language "$2" --out-dir "$3" --no-format
}
